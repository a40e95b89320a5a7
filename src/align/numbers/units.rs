//! Units of measure and currencies, and how much of one makes another.

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
    NauticalMile,
    Milligram,
    Gram,
    Ounce,
    /// Of weight or of money, where nothing tells.
    Pound,
    Jin,
    Kilogram,
    Tonne,
    Millilitre,
    Litre,
    Gallon,
    SquareFoot,
    SquareMetre,
    Mu,
    Acre,
    Hectare,
    SquareKilometre,
    SquareMile,
    Watt,
    Kilowatt,
    Megawatt,
    Gigawatt,
    KilowattHour,
    MegawattHour,
    GigawattHour,
    /// Of temperature in either scale, or an angle.
    Degree,
    Celsius,
    Fahrenheit,
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

    /// Whether values of this unit are degrees of temperature, or may be.
    pub fn is_temperature(self) -> bool {
        matches!(self, Unit::Degree | Unit::Celsius | Unit::Fahrenheit)
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
            Unit::NauticalMile => (3, 1852.0),
            Unit::Milligram => (4, 0.000_001),
            Unit::Gram => (4, 0.001),
            Unit::Ounce => (4, 0.028_349_5),
            Unit::Pound => (4, 0.453_592),
            Unit::Jin => (4, 0.5),
            Unit::Kilogram => (4, 1.0),
            Unit::Tonne => (4, 1000.0),
            Unit::Dollar => (5, 1.0),
            Unit::Cent => (5, 0.01),
            Unit::Millilitre => (7, 0.001),
            Unit::Litre => (7, 1.0),
            Unit::Gallon => (7, 3.785_41),
            Unit::SquareFoot => (6, 0.092_903),
            Unit::SquareMetre => (6, 1.0),
            Unit::Mu => (6, 666.667),
            Unit::Acre => (6, 4046.86),
            Unit::Hectare => (6, 10_000.0),
            Unit::SquareKilometre => (6, 1_000_000.0),
            Unit::SquareMile => (6, 2_589_988.0),
            Unit::Watt => (8, 1.0),
            Unit::Kilowatt => (8, 1e3),
            Unit::Megawatt => (8, 1e6),
            Unit::Gigawatt => (8, 1e9),
            Unit::KilowattHour => (9, 1.0),
            Unit::MegawattHour => (9, 1e3),
            Unit::GigawattHour => (9, 1e6),
            _ => return None,
        })
    }
}
