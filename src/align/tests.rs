//! Small texts with their alignments.

use super::*;

/// A side of paragraphs, each a list of sentences.
fn side<'a>(lang: &'static str, paragraphs: &[&[&'a str]]) -> Side<'a> {
    let mut sentences = Vec::new();
    for (block, texts) in paragraphs.iter().enumerate() {
        sentences.extend(texts.iter().map(|text| Unit { text, block, kind: BlockKind::Paragraph }));
    }
    Side { lang: Lang::new(lang), sentences, meaning: None }
}

const ORIGINAL: &[&[&str]] = &[
    &[
        "The Kestrel Line reopened on March 3 after 14 months of repairs.",
        "Engineers from Bosnia had replaced 62 bridges along the way.",
    ],
    &[
        "Nobody expected much of a crowd.",
        "By noon some 4,500 people stood on the platform at Marlow, and the band had run out of tunes.",
        "“I came for the cake,” said Ivan Petrov, a baker.",
    ],
    &[
        "Was it worth the money?",
        "The ministry puts the cost at $310 million, or 40 percent more than it had promised.",
        "Freight trains will follow in 2026.",
    ],
];

const TRANSLATION: &[&[&str]] = &[
    &["经过14个月的维修，茶隼线于3月3日重新开通。", "来自波斯尼亚的工程师更换了沿线的62座桥梁。"],
    &[
        "没有人料到会来很多人。",
        "到了中午，马洛站的站台上已经站了大约4500人，乐队把会的曲子都奏完了。",
        "“我是为了蛋糕来的，”面包师伊万·彼得罗夫说。",
    ],
    &["这笔钱花得值吗？", "交通部说，造价为3.1亿美元，比原先承诺的多出四成。", "货运列车将于2026年开行。"],
];

const SUMMARY: &[&[&str]] = &[&[
    "停运14个月的茶隼线3月3日恢复通车，沿线62座桥梁已全部更换。",
    "约4500人到马洛站看热闹。",
    "造价达3.8亿美元，比承诺的高出40%。",
]];

#[test]
fn regimes() {
    let (original, translation) = (side("en", ORIGINAL), side("zh", TRANSLATION));
    let summary = side("zh", SUMMARY);
    let tiny = |lang, text| side(lang, &[&[text]]);
    for (name, left, right, regime) in [
        ("translation", &translation, &original, Regime::Parallel),
        ("original first", &original, &translation, Regime::Parallel),
        ("summary", &summary, &original, Regime::Summary),
        ("summary second", &original, &summary, Regime::Summary),
        ("one sentence", &tiny("zh", "今天下雨了。"), &tiny("en", "It rained today."), Regime::Parallel),
        ("a title", &tiny("zh", "雨"), &tiny("en", "It rained today, and again at night."), Regime::Summary),
        ("a chapter missing", &side("zh", &[TRANSLATION[0], TRANSLATION[2]]), &original, Regime::Parallel),
    ] {
        assert_eq!(align(left, right, None).regime, regime, "{name}");
    }
}

#[test]
fn translations_keep_their_order() {
    let alignment = align(&side("zh", TRANSLATION), &side("en", ORIGINAL), None);
    let pairs: Vec<_> = alignment.links.iter().map(|l| (l.left.clone(), l.right.clone())).collect();
    assert_eq!(pairs, (0..8).map(|at| (vec![at], vec![at])).collect::<Vec<_>>());
    assert_eq!(alignment.checks, []);
}

#[test]
fn translations_merge_and_leave_out() {
    let shortened: &[&[&str]] = &[
        &["经过14个月的维修，茶隼线于3月3日重新开通，来自波斯尼亚的工程师更换了沿线的62座桥梁。"],
        &TRANSLATION[1][..2],
        TRANSLATION[2],
    ];
    let alignment = align(&side("zh", shortened), &side("en", ORIGINAL), Some(Regime::Parallel));
    let pairs: Vec<_> = alignment.links.iter().map(|l| (l.left.clone(), l.right.clone())).collect();
    let ones = [(1, 2), (2, 3), (3, 5), (4, 6), (5, 7)].map(|(l, r)| (vec![l], vec![r]));
    let expected: Vec<_> = [(vec![0], vec![0, 1])].into_iter().chain(ones).collect();
    assert_eq!(pairs, expected);
}

#[test]
fn summaries_point_at_their_sources() {
    let alignment = align(&side("zh", SUMMARY), &side("en", ORIGINAL), None);
    let best: Vec<_> = alignment.links.iter().map(|l| l.best).collect();
    assert_eq!(best, [[0, 0], [1, 3], [2, 6]]);
    assert_eq!(alignment.links[0].right, [0, 1]);
    let check = Check {
        left: 2,
        right: 6,
        kind: CheckKind::Money,
        found: "3.8亿美元".to_owned(),
        expected: "$310 million".to_owned(),
    };
    assert_eq!(alignment.checks, [check]);
}

#[test]
fn what_was_not_in_the_original_stays_alone() {
    let summary: &[&[&str]] = &[&["天气很好。", "约4500人到马洛站看热闹。", "大家都很高兴。"]];
    let alignment = align(&side("zh", summary), &side("en", ORIGINAL), Some(Regime::Summary));
    assert_eq!(alignment.links.iter().map(|l| l.best).collect::<Vec<_>>(), [[1, 3]]);
}

#[test]
fn other_languages() {
    let french: &[&[&str]] = &[
        &["La ligne a rouvert le 3 mars après 14 mois de travaux.", "Qui aurait cru à un tel succès ?"],
        &[
            "Le gouvernement estime le coût à 310 millions de dollars.",
            "Les ingénieurs ont remplacé 62 ponts.",
        ],
    ];
    let english: &[&[&str]] = &[
        &["The line reopened on March 3 after 14 months of work.", "Who would have thought it?"],
        &["The government puts the cost at 310 million dollars.", "Engineers replaced 62 bridges."],
    ];
    let alignment = align(&side("fr", french), &side("en", english), None);
    assert_eq!(alignment.regime, Regime::Parallel);
    assert_eq!(alignment.links.iter().map(|l| l.best).collect::<Vec<_>>(), [[0, 0], [1, 1], [2, 2], [3, 3]]);
}

#[test]
fn empty_sides_have_no_links() {
    for (left, right) in [(&[][..], TRANSLATION), (ORIGINAL, &[][..]), (&[], &[])] {
        for regime in [None, Some(Regime::Summary), Some(Regime::Parallel)] {
            let alignment = align(&side("en", left), &side("zh", right), regime);
            assert!(alignment.links.is_empty() && alignment.checks.is_empty());
        }
    }
}
