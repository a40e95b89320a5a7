//! Tables of sentences and the numbers in them.

use super::*;

/// A number's value, kind and unit.
type Found = (f64, CheckKind, Unit);

fn numbers(text: &str, lang: Lang) -> Vec<Found> {
    find(text, &lang).iter().map(|n| ((n.value * 1000.0).round() / 1000.0, n.kind, n.unit)).collect()
}

#[test]
fn reads_kinds_and_units() {
    use CheckKind::{Date, Money, Percentage, Quantity};
    let table: &[(&str, &str, &[Found])] = &[
        ("zh", "他花了3.1亿美元。", &[(3.1e8, Money, Unit::Dollar)]),
        ("en", "It cost $310 million.", &[(3.1e8, Money, Unit::Dollar)]),
        ("en", "It cost US$1.5bn in all.", &[(1.5e9, Money, Unit::Dollar)]),
        ("en", "It cost 60 cents.", &[(60.0, Money, Unit::Cent)]),
        ("zh", "约七成的人同意。", &[(70.0, Percentage, Unit::None)]),
        ("zh", "占百分之二十。", &[(20.0, Percentage, Unit::None)]),
        ("zh", "三分之一的学生", &[(33.333, Percentage, Unit::Part)]),
        ("en", "a third of the pupils", &[(33.333, Percentage, Unit::Part)]),
        ("en", "rose 20 per cent", &[(20.0, Percentage, Unit::None)]),
        ("en", "rose by 2.5 percentage points", &[(2.5, Percentage, Unit::None)]),
        ("zh", "3月9日", &[(309.0, Date, Unit::MonthDay)]),
        ("zh", "三月九日", &[(309.0, Date, Unit::MonthDay)]),
        ("en", "on March 9, 1998", &[(309.0, Date, Unit::MonthDay), (1998.0, Date, Unit::CalendarYear)]),
        ("en", "the 9th of March", &[(309.0, Date, Unit::MonthDay)]),
        ("en", "9 March", &[(309.0, Date, Unit::MonthDay)]),
        ("zh", "上世纪90年代", &[(1990.0, Date, Unit::Decade)]),
        ("en", "in the 1990s", &[(1990.0, Date, Unit::Decade)]),
        ("zh", "清晨6点12分", &[(12.0 + 360.0, Date, Unit::Clock)]),
        ("en", "at 6:12 a.m. sharp", &[(372.0, Date, Unit::Clock)]),
        ("en", "at 4 p.m.", &[(240.0, Date, Unit::Clock)]),
        ("zh", "周三和星期天", &[(3.0, Date, Unit::Weekday), (7.0, Date, Unit::Weekday)]),
        ("en", "on Wednesday", &[(3.0, Date, Unit::Weekday)]),
        ("zh", "第三季度", &[(3.0, Date, Unit::Quarter)]),
        ("en", "the third quarter", &[(3.0, Date, Unit::Quarter)]),
        ("zh", "65岁", &[(65.0, Quantity, Unit::Year)]),
        ("en", "a 24-year-old man", &[(24.0, Quantity, Unit::Year)]),
        ("zh", "50公里外", &[(50.0, Quantity, Unit::Kilometre)]),
        ("zh", "一个半小时", &[(1.5, Quantity, Unit::Hour)]),
        ("zh", "3比2", &[(3.0, Quantity, Unit::None), (2.0, Quantity, Unit::None)]),
        ("zh", "每股1.85至2.05美元", &[(1.85, Money, Unit::Dollar), (2.05, Money, Unit::Dollar)]),
        ("zh", "1亿2000万人", &[(1.2e8, Quantity, Unit::Count)]),
        ("zh", "2到3万人", &[(20_000.0, Quantity, Unit::Count), (30_000.0, Quantity, Unit::Count)]),
        ("zh", "30多万人", &[(300_000.0, Quantity, Unit::Count)]),
        ("zh", "四个多小时", &[(4.0, Quantity, Unit::Hour)]),
        ("zh", "三億兩千萬歐元", &[(3.2e8, Money, Unit::Euro)]),
        ("zh", "首次", &[(1.0, Quantity, Unit::Count)]),
        ("zh", "二〇〇四年，一点三亿元", &[(2004.0, Date, Unit::CalendarYear), (1.3e8, Money, Unit::Yuan)]),
        ("zh", "加薪一成二，三成半", &[(12.0, Percentage, Unit::None), (35.0, Percentage, Unit::None)]),
        ("zh", "需要53亿英镑，只有21亿。", &[(5.3e9, Money, Unit::Sterling), (2.1e9, Money, Unit::Sterling)]),
        ("en", "$5 million for 2 million people", &[(5e6, Money, Unit::Dollar), (2e6, Quantity, Unit::None)]),
        ("zh", "三十一欧元半，一天半", &[(31.5, Money, Unit::Euro), (1.5, Quantity, Unit::Day)]),
        ("zh", "身高一米七八", &[(1.78, Quantity, Unit::Metre)]),
        ("zh", "半小时，三小时四十分钟", &[(0.5, Quantity, Unit::Hour), (220.0, Quantity, Unit::Minute)]),
        ("en", "in half an hour and a half", &[(0.5, Quantity, Unit::Hour), (50.0, Percentage, Unit::Part)]),
        ("en", "two and a half years", &[(2.5, Quantity, Unit::Year)]),
        ("en", "three hours and forty minutes", &[(220.0, Quantity, Unit::Minute)]),
        ("zh", "晚上三点四十分，一点三刻", &[(220.0, Date, Unit::Clock), (105.0, Date, Unit::Clock)]),
        (
            "en",
            "two in five, one person in four",
            &[(40.0, Percentage, Unit::Part), (25.0, Percentage, Unit::Part)],
        ),
        ("en", "twice in ten days", &[(2.0, Quantity, Unit::Times), (10.0, Quantity, Unit::Day)]),
        (
            "zh",
            "十人中有六人，每四人中有一人",
            &[(60.0, Percentage, Unit::Part), (25.0, Percentage, Unit::Part)],
        ),
        ("zh", "约半数，翻了一番", &[(50.0, Percentage, Unit::Part), (2.0, Quantity, Unit::Times)]),
        (
            "en",
            "doubled; the nineteenth century",
            &[(2.0, Quantity, Unit::Times), (19.0, Date, Unit::Century)],
        ),
        (
            "en",
            "60 bucks, 20 square kilometres",
            &[(60.0, Money, Unit::Dollar), (20.0, Quantity, Unit::SquareKilometre)],
        ),
        ("zh", "十分感谢，一样，一些，千万不要", &[]),
        ("en", "see https://x.org/2024/11 and v3.10.4, B2", &[]),
        ("en", "They may march on.", &[]),
        ("en", "one of them", &[]),
        (
            "en",
            "45 knots, 60 mph, 90 km/h",
            &[
                (45.0, Quantity, Unit::NauticalMile),
                (60.0, Quantity, Unit::Mile),
                (90.0, Quantity, Unit::Kilometre),
            ],
        ),
        (
            "zh",
            "航速20节，列车有16节车厢",
            &[(20.0, Quantity, Unit::NauticalMile), (16.0, Quantity, Unit::None)],
        ),
        (
            "en",
            "150 pounds or 12 lbs, 8 ounces",
            &[(150.0, Quantity, Unit::Pound), (12.0, Quantity, Unit::Pound), (8.0, Quantity, Unit::Ounce)],
        ),
        ("en", "five million pounds", &[(5e6, Money, Unit::Sterling)]),
        (
            "en",
            "86 degrees Fahrenheit, 30°C, 20 degrees",
            &[
                (86.0, Quantity, Unit::Fahrenheit),
                (30.0, Quantity, Unit::Celsius),
                (20.0, Quantity, Unit::Degree),
            ],
        ),
        (
            "zh",
            "华氏86度，30摄氏度，35℃",
            &[
                (86.0, Quantity, Unit::Fahrenheit),
                (30.0, Quantity, Unit::Celsius),
                (35.0, Quantity, Unit::Celsius),
            ],
        ),
        ("zh", "身高1米75，跳过2米3", &[(1.75, Quantity, Unit::Metre), (2.3, Quantity, Unit::Metre)]),
        ("zh", "100米9秒58", &[(100.0, Quantity, Unit::Metre), (9.58, Quantity, Unit::Second)]),
        ("en", "ran it in 9.58s", &[(9.58, Quantity, Unit::Second)]),
        (
            "en",
            "a minute and 35 seconds, an hour and 20 minutes",
            &[(95.0, Quantity, Unit::Second), (80.0, Quantity, Unit::Minute)],
        ),
        ("zh", "1分35秒，2小时3分25秒", &[(95.0, Quantity, Unit::Second), (7405.0, Quantity, Unit::Second)]),
        ("en", "1:35.24, then 2:03:25", &[(95.24, Quantity, Unit::Second), (7405.0, Quantity, Unit::Second)]),
        ("en", "2 hours, 3 minutes and 25 seconds", &[(7405.0, Quantity, Unit::Second)]),
        ("zh", "产量翻了两番，上半年又翻倍", &[(4.0, Quantity, Unit::Times), (2.0, Quantity, Unit::Times)]),
        (
            "en",
            "quadrupled, a tenfold rise, 3-fold",
            &[(4.0, Quantity, Unit::Times), (10.0, Quantity, Unit::Times), (3.0, Quantity, Unit::Times)],
        ),
        (
            "en",
            "at quarter past six, half past 3, a quarter to nine",
            &[(375.0, Date, Unit::Clock), (210.0, Date, Unit::Clock), (525.0, Date, Unit::Clock)],
        ),
        ("en", "until noon, not in the afternoon", &[(0.0, Date, Unit::Clock)]),
        ("zh", "加息25个基点", &[(0.25, Percentage, Unit::None)]),
        ("en", "by 25 basis points", &[(0.25, Percentage, Unit::None)]),
        (
            "en",
            "2½ years, ¾ of them, 1/3 of the rest, 24/7",
            &[(2.5, Quantity, Unit::Year), (75.0, Percentage, Unit::Part), (33.333, Percentage, Unit::Part)],
        ),
        (
            "en",
            "in her forties, in his early 50s, the ’60s, the seventies",
            &[
                (40.0, Quantity, Unit::Year),
                (50.0, Quantity, Unit::Year),
                (1960.0, Date, Unit::Decade),
                (1970.0, Date, Unit::Decade),
            ],
        ),
        ("en", "between 3 and 5 percent", &[(3.0, Percentage, Unit::None), (5.0, Percentage, Unit::None)]),
        (
            "zh",
            "3至5年，由10升至20",
            &[
                (3.0, Quantity, Unit::Year),
                (5.0, Quantity, Unit::Year),
                (10.0, Quantity, Unit::None),
                (20.0, Quantity, Unit::None),
            ],
        ),
        ("zh", "十九世纪60年代", &[(1860.0, Date, Unit::Decade)]),
        ("en", "RMB 500 and USD 3 million", &[(500.0, Money, Unit::Yuan), (3e6, Money, Unit::Dollar)]),
        (
            "zh",
            "装机35万千瓦，发电20兆瓦时",
            &[(350_000.0, Quantity, Unit::Kilowatt), (20.0, Quantity, Unit::MegawattHour)],
        ),
        ("en", "won 3-2, dozens of fans", &[(3.0, Quantity, Unit::None), (2.0, Quantity, Unit::None)]),
        ("fr", "10 000 personnes, 3,5 %", &[(10_000.0, Quantity, Unit::None), (3.5, Percentage, Unit::None)]),
    ];
    for (lang, text, expected) in table {
        assert_eq!(numbers(text, Lang::new(*lang)), *expected, "{text}");
    }
}

#[test]
fn spans_hold_what_a_reader_sees() {
    for (lang, text, spans) in [
        ("en", "up from $61.9 million, or 25 percent", &["$61.9 million", "25 percent"][..]),
        ("zh", "利润为6190万美元，占约15%，共5.1天", &["6190万美元", "15%", "5.1天"]),
        ("en", "the 84th minute", &["84th minute"]),
        ("zh", "第84分钟", &["第84分钟"]),
    ] {
        let found: Vec<&str> = find(text, &Lang::new(lang)).iter().map(|n| &text[n.start..n.end]).collect();
        assert_eq!(found, spans, "{text}");
    }
}

#[test]
fn survives_anything() {
    for text in [
        "",
        "9".repeat(5000).as_str(),
        "一".repeat(5000).as_str(),
        "万亿".repeat(999).as_str(),
        "$",
        "第",
        "1/",
        "٣٫٥",
        "5点6",
        "周",
    ] {
        for lang in ["zh", "en", "de", "und"] {
            find(text, &Lang::new(lang));
        }
    }
}
