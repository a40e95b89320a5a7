//! How likely two groups of sentences belong together by their lengths alone.
//!
//! After Gale and Church, "A Program for Aligning Sentences in Bilingual Corpora", Computational
//! Linguistics 19(1), 1993: the length of a translation is taken as normally distributed around the length
//! of the original times a constant ratio, with a variance that grows with the length. Lengths are UTF-8
//! bytes, and the ratio is that of the two documents.

/// Variance of the length of a translation, in bytes² per byte.
const VARIANCE: f32 = 8.0;

/// The two documents' ratio of lengths.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lengths {
    /// Right bytes for one left byte.
    ratio: f32,
}

impl Lengths {
    /// The model for documents of so many bytes.
    pub(super) fn new(left: u64, right: u64) -> Self {
        let ratio = if left == 0 || right == 0 { 1.0 } else { right as f32 / left as f32 };
        Lengths { ratio: ratio.clamp(0.05, 20.0) }
    }

    /// How many standard deviations the lengths are from what the ratio predicts.
    pub(super) fn deviation(self, left: u32, right: u32) -> f32 {
        // Both lengths in the middle between the languages, so that swapping the sides changes nothing.
        let scale = self.ratio.sqrt();
        let (left, right) = (left as f32 * scale, right as f32 / scale);
        let mean = ((left + right) / 2.0).max(1.0);
        (right - left) / (mean * VARIANCE).sqrt()
    }

    /// −ln of the probability of lengths that are at least so far apart, up to one in a million.
    pub(super) fn cost(self, left: u32, right: u32) -> f32 {
        surprise(self.deviation(left, right).abs()).min(13.8)
    }
}

/// −ln of the probability of a normal deviate at least `d` from the mean, either side, within 0.3 %
/// (Börjesson and Sundberg, "Simple approximations of the error function Q(x) for communications
/// applications", IEEE Transactions on Communications 27(3), 1979).
fn surprise(d: f32) -> f32 {
    const A: f32 = 0.339;
    const B: f32 = 5.51;
    const HALF_ROOT_TWO_PI: f32 = 1.253_314_1;
    (d * d / 2.0 + (HALF_ROOT_TWO_PI * ((1.0 - A) * d + A * (d * d + B).sqrt())).ln()).max(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tails_of_the_normal_distribution() {
        for (d, p) in [(0.0, 1.0), (1.0, 0.3173), (1.96, 0.05), (3.0, 0.0027)] {
            assert!(((-surprise(d)).exp() - p).abs() < 5e-3, "{d}");
        }
    }

    #[test]
    fn costs_grow_with_the_difference() {
        let lengths = Lengths::new(1000, 2000);
        assert!(lengths.cost(50, 100) < lengths.cost(50, 130));
        assert!(lengths.cost(50, 130) < lengths.cost(50, 300));
        assert!((lengths.cost(50, 300) - Lengths::new(2000, 1000).cost(300, 50)).abs() < 1e-4);
        assert!(Lengths::new(0, 0).cost(0, 0).is_finite());
    }
}
