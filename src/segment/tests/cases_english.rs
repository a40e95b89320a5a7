//! English cases.

use super::check;

#[test]
fn plain() {
    check(
        "en",
        &[
            "The river rose. | Nobody slept! | Would the wall hold?",
            "No mark at the end",
            "  Space around. | And after.  ",
            "Done. | 1994 was a wet year. | $40 is too much. | @mia agreed. | #winning is not a plan.",
        ],
    );
}

#[test]
fn titles_and_ranks() {
    check(
        "en",
        &[
            "Mr. and Mrs. Pell met Dr. Ono and Prof. Lee. | They left.",
            "Gen. Ruiz, Sen. Ito, Reps. Cole and Day, and Lt. Col. Fox agreed.",
            "He saw Rev. J. P. Moss on Sunday. | Sgt. Hall was there too.",
            "Messrs. Hu and Lin paid. | MR. HU DID NOT.",
            "“Ask Dr. No,” she said. | Ms. He and Mr. An laughed.",
            "Jo St. Clair lives near Mt. Hood and Ft. Worth.",
            "They met on Elm St. | The rain had stopped.",
            "Sammy Poole Jr. sang. | His father, Sammy Poole Sr., wept.",
            "He works for Acme Inc. | It makes anvils. | Acme Corp. Chairman Bo Riis declined.",
        ],
    );
}

#[test]
fn abbreviations_inside() {
    check(
        "en",
        &[
            "Bring fruit, e.g. Gala apples, i.e. red ones, cf. Table 2 vs. Table 3.",
            "In Roe v. Wade and Marbury v. Madison, etc., they ruled.",
            "We sell nuts, bolts, etc. | Everything is in stock.",
            "Nuts, bolts, etc. are in stock.",
            "See Fig. 3, vol. 12, No. 7, pp. 4–9, p. 12 and ch. IV for more.",
            "Was it ready? | No. | It was not.",
            "He took the No. 38 to town. | No. 12 never came.",
            "She wrote it ca. 1850 and sent approx. 40 copies to the dept. of works.",
            "It is art. | Picasso knew. | I lost no. 5 and no. 6.",
            "Open Jan.–Dec. except on Aug. 14, Sept. 3 and in Feb. | The rest is closed.",
            "Smith et al. found it; so did Wu et al. (2011). | Others did not.",
            "Offices in Reno, Nev., and Macon, Ga., closed. | Those in Akron, Ohio, did not.",
        ],
    );
}

#[test]
fn hours() {
    check(
        "en",
        &[
            "We open at 8 a.m. and close at 5 p.m. | Visitors are welcome.",
            "Doors open at 7 p.m. Friday, at 8 p.m. EST and at 9 p.m. London time.",
            "It was 3 a.m. | “Who is it?” she asked.",
            "He rose at 4 a.m. | 20 minutes later he was gone.",
            "At 5 a.m. Ms. Roe rose. | By 6 a.m. Bo was gone.",
            "Why 2 a.m. Is Not Late",
        ],
    );
}

#[test]
fn dotted_letters() {
    check(
        "en",
        &[
            "The U.S. Senate met the U.K. envoy. | He had left the U.S. | They knew.",
            "She moved to the U.S. | Mr. Dray stayed in the U.K. | “I like it,” he said.",
            "He has a Ph.D. in law from Washington, D.C. | His sister has an M.D. from Ohio.",
            "A.I. is here. | The A.I. Act is not. | Is it A.I.? | Yes.",
            "A U.S. $5 bill and the U.S. 7th Fleet.",
        ],
    );
}

#[test]
fn initials() {
    check(
        "en",
        &[
            "E. M. Voss met J. R. R. Hale and Lena T. Brandt. | They spoke.",
            "By Ann K. Sorel and J.D. Moon",
            "K. He and P. Lund wrote the paper. | S. An read it.",
            "We need vitamin C. | It is in oranges.",
            "Go to plan B. | There is no plan C.",
            "Was it you or I? | I think it was I. | You are right.",
        ],
    );
}

#[test]
fn numbers_names_and_addresses() {
    check(
        "en",
        &[
            "It grew by 3.8. | His grew by 0.5 percent to 1,200.75.",
            "Upgrade to v2.14.0 now. | Version 2. | Next comes 3.",
            "Edit main.rs, lib.rs, etc. in src. | Then run make.",
            "Write to jo@post.example. | See https://a.example/b.html?q=1.2. | It helps.",
            "Visit docs.example.org/a.b. | It works with Node.js. | Use .NET. | .NET is fine.",
            "Yahoo! bought it. | Yahoo! Finance said so. | He works at Yahoo! | The pay is good.",
        ],
    );
}

#[test]
fn lower_case_starts() {
    check(
        "en",
        &[
            "The daemon died. | systemd restarted it. | npm was next.",
            "I bought one. | iPhone sales rose. | eBay fell! | macOS held?",
            "Did it build? | rustc did it. | was it me? | no. | it was not.",
            "i like it. | it works. | ok.",
            "Who? where? and why?",
            "The #! line comes first. | Is 50%! enough?",
            "Is it true? or is it not? | Ask the mgmt. of the firm.",
            "Oh! how it rained.",
        ],
    );
}

#[test]
fn quotes() {
    check(
        "en",
        &[
            "“It’s late,” he said. | “Go home.” | She went.",
            "“Where to?” he asked. | “There!” she cried. | “Why?” asked Bob.",
            "“Is it far?” Ms. Dunn asked. | “Very,” I said. | “Stop!” I cried.",
            "“Will it hold?” Dale Orr, the engineer, said. | Nobody knew.",
            "“Is it open?” | Somebody replied, “It is.” | “Was it?” | Then he left.",
            "“Is it?” Bob asked, “or is it not?” | “Is it?” | Bob replied, “No.”",
            "He said, ‘I told her, “You can’t.” | And she could.’ | So there.",
            "\"One. | Two,\" she said. | \"It reads 'no such file.' | Is that bad?\" | It was.",
            "'Go,' he said. | 'Don't wait.' | The dogs' owner didn't. | It was the '90s.",
            "“‘Come in,’ ” he said. | “She said, ‘Sit.’ ” | He sat.",
            "I saw “Who Dares?” on Monday and “Help!” on Tuesday. | Both were dull.",
            "He asked “why?” and left. | Her “no.” was plain.",
            "The sign said “Stop.” | We did. | “So?” | 20 people laughed.",
        ],
    );
}

#[test]
fn lost_spaces() {
    check(
        "en",
        &[
            "It was over.|The crowd left.",
            "It was over.|No one stayed. | Really.",
            "“It was over.”|The crowd left.",
            "It was late.|—He went home.",
            "Call foo.Bar or Booking.com.",
        ],
    );
}

#[test]
fn brackets_and_notes() {
    check(
        "en",
        &[
            "It failed (as it had in 2019). | Nobody cared. | (They never do.) | We did.",
            "A cheap (?) Toyota and a band (remember them?) Called Moss. | Next.",
            "It is known.[3] | It is not.[4][12] | So what?[citation needed] | Well.² | Fine.",
            "He quoted “the end […] Nobody knew” and left.",
            "Apple (formerly Apple Computer Inc.) Chief Tim Roe spoke.",
            "**Bold.** | _Quiet._ | Plain.",
            "One.\u{200B} | Two.\u{FEFF} | Three.",
            "Thanks! :) | It works. ;-) | Bye.",
        ],
    );
}

#[test]
fn dots() {
    check(
        "en",
        &[
            "So … no. | Well... maybe. | And then . . . nothing.",
            "Well … I don’t know. | Um... I do.",
            "We waited and waited... | Nobody came. | It was late… | The end.",
            "“I thought …” | He stopped. | “Yes...” Ann said.",
        ],
    );
}

#[test]
fn runs_of_marks() {
    check("en", &["What?! | Really!? | No!!! | Oh?? | Yes. . | Go", "Is it ? | It is ! | Good ."]);
}

#[test]
fn lists_and_quoted_posts() {
    check(
        "en",
        &[
            "1. curl retries twice. | Then it stops.",
            "2) Is it safe? and",
            "- keep the key in a safe; and",
            "why would it?; and",
            "> it never worked for me. | not once",
            "Three rules: 1. Be kind. | 2. Be brief. | 3. Be gone.",
            "Pack three things: 1. A rope, 2. A lamp; 3. A knife. | Then go.",
            "2.1. Scope of the work. | All of it.",
            "1.) The first. | The rest.",
            "a. The first. | The rest.",
            "How many? | 12. | That is a lot.",
            "2019. | What a year.",
            "iv. The fourth point.",
        ],
    );
}

#[test]
fn datelines_and_dashes() {
    check(
        "en",
        &[
            "OSLO, Oct. 9 — The port closed. | — So it did.",
            "LIMA, Peru (Wire) - The mine closed. | Jobs went.",
        ],
    );
}
