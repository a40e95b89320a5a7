//! What is found in pairs of sentences, as it is written in each.

use super::*;

/// What two sentences share, as it is written in each.
type Shared<'a> = (MatchKind, &'a str, &'a str);

fn shared<'a>(left: &'a str, right: &'a str, langs: [&Lang; 2]) -> Vec<Shared<'a>> {
    let found = why(left, right, langs).into_iter();
    found.map(|m| (m.kind, &left[m.left], &right[m.right])).collect()
}

#[test]
fn tells_what_both_sentences_say() {
    use MatchKind::{Mark, Name, Number, Quote, Word};
    let cases: &[(&str, &str, &[Shared<'_>])] = &[
        ("港口关闭了。", "The harbour was closed.", &[]),
        (
            "2019年，六十二艘船损失了3.1亿美元。",
            "In 2019 some $310 million was lost with 62 ships.",
            &[(Number, "2019年", "2019"), (Number, "六十二艘", "62"), (Number, "3.1亿美元", "$310 million")],
        ),
        ("一个人走了。", "One of them left.", &[]),
        ("四分之一在六个城市。", "In June, after 25 years.", &[]),
        ("一年后它开了。", "It opened one year later.", &[(Number, "一年", "one year")]),
        (
            "卡塔尔和库爾斯克都在2020年说过。",
            "Kursk and Qatar said so in 2020, Qatar twice.",
            &[
                (Name, "卡塔尔", "Qatar"),
                (Name, "卡塔尔", "Qatar"),
                (Name, "库爾斯克", "Kursk"),
                (Number, "2020年", "2020"),
            ],
        ),
        (
            "美国总统用GPS找到了manifest.bin。",
            "The American president found manifest.bin by GPS.",
            &[
                (Name, "美国", "American"),
                (Word, "总统", "president"),
                (Word, "GPS", "GPS"),
                (Word, "manifest.bin", "manifest.bin"),
            ],
        ),
        (
            "她说：“真的吗？”（笑）",
            "“Really?” she asked (laughing).",
            &[(Quote, "“真的吗？”", "“Really?”"), (Mark, "？", "?"), (Mark, "（", "(")],
        ),
        ("是真的」，她说。", "\"It is true\", she said.", &[(Quote, "是真的」", "\"It is true\"")]),
        (
            "“好”，“很好很好”。",
            "They called it “very good indeed",
            &[(Quote, "“很好很好”", "“very good indeed")],
        ),
    ];
    for (chinese, english, expected) in cases {
        assert_eq!(shared(chinese, english, [&Lang::ZH, &Lang::EN]), *expected, "{chinese}");
        let mut mirrored: Vec<_> = expected.iter().map(|&(kind, zh, en)| (kind, en, zh)).collect();
        let mut found = shared(english, chinese, [&Lang::EN, &Lang::ZH]);
        assert!(why(english, chinese, [&Lang::EN, &Lang::ZH]).is_sorted_by_key(|m| m.left.start));
        for list in [&mut mirrored, &mut found] {
            list.sort_by_key(|entry| (entry.1, entry.2));
        }
        assert_eq!(found, mirrored, "{english}");
    }
}

#[test]
fn languages_in_one_script_share_words() {
    let french = Lang::new("fr");
    assert_eq!(
        shared(
            "On election day Paris can on no account pay.",
            "Paris: les élections, on en parle on account.",
            [&Lang::EN, &french]
        ),
        [
            (MatchKind::Word, "election", "élections"),
            (MatchKind::Word, "Paris", "Paris"),
            (MatchKind::Word, "account", "account")
        ]
    );
    assert_eq!(
        shared("他在北約總部很多年。", "在北约总部工作了很多年。", [&Lang::ZH, &Lang::ZH]),
        [(MatchKind::Word, "在北約總部", "在北约总部"), (MatchKind::Word, "很多年", "很多年")]
    );
}

#[test]
fn long_and_odd_sentences_are_survived() {
    let long = "“卡塔尔3万（？".repeat(2_000);
    for (left, right) in [("", ""), (&*long, "Qatar 30,000 (“?"), (&*long, &*long), ("\u{202e}3", "３🚢")]
    {
        for found in why(left, right, [&Lang::ZH, &Lang::EN]) {
            assert!(!left[found.left].is_empty() && !right[found.right].is_empty());
        }
    }
}
