//! English: titles, abbreviations, the words that open a sentence, the verbs of speech.

use super::{Abbreviation, Rules, Words};

pub(super) const ENGLISH: Rules = Rules {
    abbreviations: &[
        (Abbreviation::Inner, INNER),
        (Abbreviation::Number, NUMBER),
        (Abbreviation::Either, EITHER),
        (Abbreviation::Clock, Words("a.m p.m")),
        (Abbreviation::Last, Words("etc")),
    ],
    openers: OPENERS,
    joiners: JOINERS,
    speech: SPEECH,
    shouts: Words("Jeopardy Joomla Wham Yahoo Yum"),
    clock: CLOCK,
    early: Words("About After Around At Before By From Just On Shortly Since Until"),
    lower: true,
    ordinals: false,
    greek: false,
};

/// Titles and ranks, then words between two parts of a sentence.
const INNER: Words = Words(
    "Adm Amb Asst Atty Brig Capt Cllr Cmdr Col Const Cpl Det Dr Drs Gen Gens Gov Govs Hon Insp Lieut Lt \
     Maj Messrs Mlle Mme Mr Mrs Ms Msgr Mx Pres Prof Profs Pte Pvt Rep Reps Rev Sec Sen Sens Sgt Supt \
     a.k.a cf e.g esp i.e incl N.B P.S v viz vs",
);

const NUMBER: Words = Words(
    "app approx apt art c ca ch chap circa ed eg eq eqs est ex ext fig figs ie no nos op p para pp pt resp sect \
     tel ver vol vols",
);

/// Companies, persons, places and degrees; months and days; states; measures.
const EITHER: Words = Words(
    "al assn assoc Ave B.Sc Bldg Blvd Bros co Corp Cos D.Phil dept Ed.D Esq Ft govt Hwy Inc Inst Intl Jr \
     Ltd M.Sc Mfg Mt Natl Ph.D Rd Sr St Ste Univ Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue \
     Tues Wed Thu Thur Thurs Fri Ala Ariz Ark Calif Colo Conn Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn \
     Miss Mo Mont Neb Nev Okla Ont Ore Pa Penn Tenn Tex Va Vt Wash Wis Wyo cm cu ft hr hrs kg km lb lbs \
     mi mm mph oz sq tbsp tsp",
);

/// Function words, and the titles that seldom stand behind a noun.
const OPENERS: Words = Words(
    "A About According After All Also Although Among An And Another Any Anyone Are As At Because Before \
     Between Both But By Can Could Despite Did Do Does During Each Either Even Every Everybody Everyone \
     Everything Few Finally For From Had Has Have He Hence Her Here His How However I If In Indeed \
     Instead Is It Its Just Later Let Like Many Maybe Meanwhile More Moreover Most Much My Neither Never \
     Nevertheless No Nobody None Nor Not Nothing Now Of On Once Only Or Other Others Our Perhaps Several \
     She Should Since So Some Somebody Someone Something Still Such That The Their Then There Therefore \
     These They This Those Though Through Thus To Today Unless Unlike Until Was We Were What When Where \
     Whether Which While Who Why With Without Would Yes Yesterday Yet You Your Dr Mr Mrs Ms Prof",
);

const JOINERS: Words = Words(
    "and are as at because but by for from if in is nor of on or than that to was were when where which \
     who with",
);

const SPEECH: Words = Words(
    "added admitted answered argued asked asks continued cried declared demanded exclaimed explained \
     insisted joked muttered quipped recalled remarked replied said says shouted told tweeted whispered \
     wondered writes wrote yelled",
);

/// Months, days and time zones behind an hour.
const CLOCK: Words = Words(
    "January February March April May June July August September October November December Jan Feb Mar \
     Apr Aug Sept Oct Nov Dec Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Wed Thu \
     Fri Sat Sun Eastern Pacific",
);
