//! Units of measure and currencies: the words for them, and how much of one makes another.

use super::super::pieces::{follows, holds};

/// What a number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// Nothing that the table knows.
    None,
    /// Things or people, by a measure word.
    Count,
    /// So many times as much.
    Times,
    /// Points of a score.
    Point,
    /// A part of the whole, written as a fraction or in words; the value is in hundredths.
    Part,
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Year,
    TenYears,
    HundredYears,
    Millimetre,
    Centimetre,
    Metre,
    Kilometre,
    Inch,
    Foot,
    Yard,
    Mile,
    Milligram,
    Gram,
    Pound,
    Kilogram,
    Tonne,
    Millilitre,
    Litre,
    SquareMetre,
    Acre,
    Hectare,
    SquareKilometre,
    Degree,
    Dollar,
    Cent,
    Euro,
    Sterling,
    Yuan,
    Yen,
    Rouble,
    Rupee,
    Won,
    Crown,
    Franc,
    /// A year of the calendar.
    CalendarYear,
    /// A month of the calendar, 1 to 12.
    CalendarMonth,
    /// A day of the calendar: month × 100 + day.
    MonthDay,
    /// A day of some month, 1 to 31.
    DayOfMonth,
    /// A day of the week, Monday being 1.
    Weekday,
    /// A time of day in minutes, modulo twelve hours.
    Clock,
    /// Ten years, by the first of them.
    Decade,
    /// A quarter of a year, 1 to 4.
    Quarter,
    Century,
}

impl Unit {
    /// Whether amounts in this unit are money.
    pub fn is_money(self) -> bool {
        (Unit::Dollar..=Unit::Franc).contains(&self)
    }

    /// Whether values of this unit name a point in time.
    pub fn is_date(self) -> bool {
        self >= Unit::CalendarYear
    }

    /// The dimension that the unit measures and how many of its smallest unit it holds.
    /// Months and years are one dimension, days and shorter another: months have no fixed length.
    pub fn base(self) -> Option<(u8, f64)> {
        Some(match self {
            Unit::Second => (1, 1.0),
            Unit::Minute => (1, 60.0),
            Unit::Hour => (1, 3600.0),
            Unit::Day => (1, 86_400.0),
            Unit::Week => (1, 604_800.0),
            Unit::Month => (2, 1.0),
            Unit::Year => (2, 12.0),
            Unit::TenYears => (2, 120.0),
            Unit::HundredYears => (2, 1200.0),
            Unit::Millimetre => (3, 0.001),
            Unit::Centimetre => (3, 0.01),
            Unit::Metre => (3, 1.0),
            Unit::Kilometre => (3, 1000.0),
            Unit::Inch => (3, 0.0254),
            Unit::Foot => (3, 0.3048),
            Unit::Yard => (3, 0.9144),
            Unit::Mile => (3, 1609.344),
            Unit::Milligram => (4, 0.000_001),
            Unit::Gram => (4, 0.001),
            Unit::Pound => (4, 0.453_592),
            Unit::Kilogram => (4, 1.0),
            Unit::Tonne => (4, 1000.0),
            Unit::Dollar => (5, 1.0),
            Unit::Cent => (5, 0.01),
            Unit::Millilitre => (7, 0.001),
            Unit::Litre => (7, 1.0),
            Unit::SquareMetre => (6, 1.0),
            Unit::Acre => (6, 4046.86),
            Unit::Hectare => (6, 10_000.0),
            Unit::SquareKilometre => (6, 1_000_000.0),
            _ => return None,
        })
    }
}

/// Chinese unit words, each before any that is its beginning.
const HAN: &[(&str, Unit)] = &[
    ("美元", Unit::Dollar),
    ("美金", Unit::Dollar),
    ("美分", Unit::Cent),
    ("港元", Unit::Dollar),
    ("澳元", Unit::Dollar),
    ("加元", Unit::Dollar),
    ("欧元", Unit::Euro),
    ("英镑", Unit::Sterling),
    ("人民币", Unit::Yuan),
    ("日元", Unit::Yen),
    ("卢布", Unit::Rouble),
    ("卢比", Unit::Rupee),
    ("韩元", Unit::Won),
    ("瑞士法郎", Unit::Franc),
    ("法郎", Unit::Franc),
    ("克朗", Unit::Crown),
    ("元", Unit::Yuan),
    ("块钱", Unit::Yuan),
    ("秒", Unit::Second),
    ("分钟", Unit::Minute),
    ("个小时", Unit::Hour),
    ("小时", Unit::Hour),
    ("个钟头", Unit::Hour),
    ("天", Unit::Day),
    ("个星期", Unit::Week),
    ("个礼拜", Unit::Week),
    ("星期", Unit::Week),
    ("周年", Unit::Year),
    ("周岁", Unit::Year),
    ("周", Unit::Week),
    ("个月", Unit::Month),
    ("个世纪", Unit::HundredYears),
    ("年", Unit::Year),
    ("岁", Unit::Year),
    ("毫米", Unit::Millimetre),
    ("厘米", Unit::Centimetre),
    ("公分", Unit::Centimetre),
    ("平方米", Unit::SquareMetre),
    ("平方公里", Unit::SquareKilometre),
    ("公顷", Unit::Hectare),
    ("英亩", Unit::Acre),
    ("公里", Unit::Kilometre),
    ("千米", Unit::Kilometre),
    ("英里", Unit::Mile),
    ("英尺", Unit::Foot),
    ("英寸", Unit::Inch),
    ("码", Unit::Yard),
    ("米", Unit::Metre),
    ("千克", Unit::Kilogram),
    ("公斤", Unit::Kilogram),
    ("毫克", Unit::Milligram),
    ("克", Unit::Gram),
    ("磅", Unit::Pound),
    ("毫升", Unit::Millilitre),
    ("升", Unit::Litre),
    ("吨", Unit::Tonne),
    ("度", Unit::Degree),
    ("摄氏度", Unit::Degree),
    ("倍", Unit::Times),
    ("分贝", Unit::None),
    ("分", Unit::Point),
];

/// Chinese measure words of one character.
const MEASURES: &str = "个名位人只头条张座栋辆台艘架次件份项家所间层本部篇首支枚颗块片场届种类组批套双对款期轮起宗例棵株根口户处票顿步声句段封员版集";

/// Words for units in Latin letters, in lower case.
const LATIN: &[(&str, Unit)] = &[
    ("dollar", Unit::Dollar),
    ("usd", Unit::Dollar),
    ("buck", Unit::Dollar),
    ("cent", Unit::Cent),
    ("euro", Unit::Euro),
    ("eur", Unit::Euro),
    ("gbp", Unit::Sterling),
    ("quid", Unit::Sterling),
    ("yuan", Unit::Yuan),
    ("renminbi", Unit::Yuan),
    ("yen", Unit::Yen),
    ("ruble", Unit::Rouble),
    ("rouble", Unit::Rouble),
    ("rupee", Unit::Rupee),
    ("crown", Unit::Crown),
    ("krona", Unit::Crown),
    ("kronor", Unit::Crown),
    ("kroner", Unit::Crown),
    ("franc", Unit::Franc),
    ("second", Unit::Second),
    ("sec", Unit::Second),
    ("minute", Unit::Minute),
    ("min", Unit::Minute),
    ("hour", Unit::Hour),
    ("hr", Unit::Hour),
    ("day", Unit::Day),
    ("week", Unit::Week),
    ("month", Unit::Month),
    ("year", Unit::Year),
    ("yr", Unit::Year),
    ("decade", Unit::TenYears),
    ("century", Unit::HundredYears),
    ("centurie", Unit::HundredYears),
    ("mm", Unit::Millimetre),
    ("millimeter", Unit::Millimetre),
    ("millimetre", Unit::Millimetre),
    ("cm", Unit::Centimetre),
    ("centimeter", Unit::Centimetre),
    ("centimetre", Unit::Centimetre),
    ("km", Unit::Kilometre),
    ("kilometer", Unit::Kilometre),
    ("kilometre", Unit::Kilometre),
    ("mile", Unit::Mile),
    ("foot", Unit::Foot),
    ("feet", Unit::Foot),
    ("ft", Unit::Foot),
    ("inch", Unit::Inch),
    ("inche", Unit::Inch),
    ("yard", Unit::Yard),
    ("meter", Unit::Metre),
    ("metre", Unit::Metre),
    ("kg", Unit::Kilogram),
    ("kilogram", Unit::Kilogram),
    ("kilo", Unit::Kilogram),
    ("gram", Unit::Gram),
    ("g", Unit::Gram),
    ("mg", Unit::Milligram),
    ("milligram", Unit::Milligram),
    ("ml", Unit::Millilitre),
    ("liter", Unit::Litre),
    ("litre", Unit::Litre),
    ("acre", Unit::Acre),
    ("hectare", Unit::Hectare),
    ("ha", Unit::Hectare),
    ("ton", Unit::Tonne),
    ("tonne", Unit::Tonne),
    ("degree", Unit::Degree),
    ("time", Unit::Times),
    ("point", Unit::Point),
];

/// The Chinese unit that `s` begins with and its length in bytes.
pub(super) fn han(s: &str) -> Option<(Unit, usize)> {
    if let Some((word, unit)) = HAN.iter().find(|(word, _)| follows(s, 0, word)) {
        return Some((*unit, word.len()));
    }
    let first = s.chars().next()?;
    holds(MEASURES, first).then_some((Unit::Count, first.len_utf8()))
}

/// The unit that a Latin word names, in singular or plural.
pub(super) fn latin(word: &str) -> Option<Unit> {
    let singular = word.strip_suffix('s').unwrap_or(word);
    LATIN.iter().find(|(name, _)| *name == word || *name == singular).map(|(_, unit)| *unit)
}

/// The currency that a symbol stands for.
pub(super) fn symbol(c: char) -> Option<Unit> {
    Some(match c {
        '$' | '＄' => Unit::Dollar,
        '€' => Unit::Euro,
        '£' | '￡' => Unit::Sterling,
        '¥' | '￥' => Unit::Yuan,
        '₽' => Unit::Rouble,
        '₹' => Unit::Rupee,
        '₩' => Unit::Won,
        _ => return None,
    })
}
