//! What a name sounds like: in the characters that Chinese spells foreign names with, and in Latin letters.
//!
//! Both sides become strings of rough sounds over one alphabet: `j` as in *judge*, `c` as in *church*,
//! `x` as in *ship*, `z` for *z* and *ts*, `y` and `w` as glides. The characters follow the
//! transliteration tables that Xinhua publishes; readings that those tables give to a consonant
//! without a vowel (斯, 德, 尔) are a consonant here.

use super::pieces::{begins, follows, head, tail};

/// Sound and characters, the everyday ones after the bar.
const TABLE: &str = "a阿 ai艾埃|爱 an|安 ang昂 au奥 ba巴芭 bai拜 ban|班 bang邦 bau鲍|保 be贝 ben|本 bi毕碧|比 bin宾彬 \
bo博伯|波 b布卜 bo勃 pa帕 pai|派 pan潘 pang庞 pe佩 pen彭 pi皮|匹 pin|平 po珀坡 p普 ma玛|马 mai迈|麦 man曼 mang芒 mau毛 \
me梅|美 men|门 men蒙孟 mi|米密 min|明敏 mo莫摩 m姆穆 mo默 mu慕 fa|法 fan范凡 fan|方 fei费 fi菲 fen芬 fen冯丰 fo|福佛 \
f夫弗芙 fu|富 da妲|达 dai戴黛|代 dan丹 dan|当 dau|道 d德 den登邓 di迪 di蒂 din丁 do|多 don|东 du杜 dun顿敦 dun|邓 ta塔 tai泰 \
tan坦 tan唐汤 tau陶 t特 ten滕 ti|提 tin廷 to托 ton|通 tu图 na纳娜 nai奈 nan楠|南 nau瑙 ne|内涅 ni尼妮 nin|宁 \
no诺 nu努 nyu纽 nu|农 en恩 la拉 lai莱赖 lan兰 lan朗 lau劳 le勒|乐 lei雷蕾 len伦仑 len|莲 li莉丽|里利力 lian|连 lin琳|林 lin玲 \
liu柳|刘 lo罗洛萝 lon|龙隆 lu卢鲁露 lyu吕 l尔 ga|加 gai盖 gan甘 gan冈 gau|高 g格 gen|根 gon贡 go戈 gu|古 gwi圭 ka卡 kai凯 \
kan坎 kan|康 kau考 k克 ken肯 ki基 kin|金 ko科柯 kon孔 ku库 kun昆 kwi奎 kwa夸 ha哈 hai|海 han汉翰罕 hau豪 h赫 hei|黑 hen亨 \
ho霍 hon|洪 hu胡 wa|华 wi惠 wai怀 za扎 je杰 ji季|吉 ja贾 jin津 jo乔 ju朱 jan詹 jen珍 jon琼 c奇 ci|齐契 ca查恰 ce切 cu楚丘 \
cen岑 sun|春 si|西锡 xi希 xa莎夏|沙 xan|山尚 xan珊 xen申 xin|盛 xi什施 s史 xu舒 xau肖 xe谢 sin辛欣 hyu|休 z兹 z茨 zan赞 zo佐|左 \
zu祖 zen|曾 cai蔡 s斯丝 sa萨 sai塞赛 san桑 sen森 so索 son|松 su苏 sun|孙 sui绥 re瑞 jan让 je热 jo若 ya娅亚雅 yan扬 ye耶|叶 i伊 \
yi易依 in|因英 yo|约 yu尤 wa瓦 wan|万 wan旺 wi维薇|威 wei韦 wen|文温 wo沃 wu乌 o欧 te捷 bi彼 te|得 ja迦 \
li|黎 lu|路 mi|弥 si茜 ci琪 kw昆 to|陀 na|那 ke|可 ba|拔 nai|耐 xe|舍 di|地 ai|哀 tin汀 sun逊 s思 se瑟 wu伍 won翁 di迭 e厄 lian|廉 bai|白 ja|嘉 le|列烈";

/// The first character that the table can hold, and how many it can.
const FIRST: u32 = 0x4e00;
const SPAN: usize = 0x5200;

/// The sounds of characters.
pub(super) struct Sounds {
    /// Each group of the table: its sound, and whether its characters are everyday ones.
    groups: Vec<(&'static str, bool)>,
    /// The group of each character, counted from 1.
    of: Vec<u16>,
}

impl Sounds {
    pub(super) fn new() -> Self {
        let (mut groups, mut of) = (Vec::new(), vec![0; SPAN]);
        for group in TABLE.split_ascii_whitespace() {
            let letters = group.bytes().take_while(u8::is_ascii_alphabetic).count();
            let (sound, chars) = group.split_at(letters);
            groups.push((sound, false));
            for c in chars.chars() {
                if c == '|' {
                    groups.push((sound, true));
                } else if let Some(slot @ 0) = slot(c).and_then(|at| of.get_mut(at)) {
                    *slot = groups.len() as u16;
                }
            }
        }
        Sounds { groups, of }
    }

    /// The sound of a character that names are spelled with, and whether it is an everyday one too.
    pub(super) fn of(&self, c: char) -> Option<(&'static str, bool)> {
        let group = *self.of.get(slot(c)?)?;
        self.groups.get(usize::from(group.checked_sub(1)?)).copied()
    }
}

/// Where the table of characters holds one.
fn slot(c: char) -> Option<usize> {
    (c as u32).checked_sub(FIRST).map(|at| at as usize)
}

/// The plain letter under an accent.
pub(super) fn plain(c: char) -> char {
    match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'è'..='ë' | 'ē' | 'ė' | 'ę' | 'ě' => 'e',
        'ì'..='ï' | 'ī' | 'ı' => 'i',
        'ñ' | 'ń' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ő' => 'o',
        'ù'..='ü' | 'ū' | 'ů' | 'ű' => 'u',
        'ý' | 'ÿ' => 'y',
        'ś' | 'š' | 'ş' | 'ß' => 's',
        'ź' | 'ż' | 'ž' => 'z',
        'ğ' => 'g',
        'ł' => 'l',
        'ř' => 'r',
        'ť' => 't',
        'đ' | 'ď' => 'd',
        _ => c,
    }
}

/// The sounds of a word in lower-case Latin letters, read roughly as English reads names.
pub(super) fn latin(word: &str) -> Vec<u8> {
    const CLUSTERS: &[(&str, &str)] = &[
        ("tsch", "c"),
        ("sch", "x"),
        ("tch", "c"),
        ("chr", "kr"),
        ("ch", "c"),
        ("sh", "x"),
        ("ph", "f"),
        ("th", "t"),
        ("ck", "k"),
        ("gh", "g"),
        ("wh", "w"),
        ("qu", "kw"),
        ("dge", "j"),
        ("zh", "j"),
        ("kh", "h"),
        ("ts", "z"),
        ("tz", "z"),
        ("ce", "se"),
        ("ci", "si"),
        ("cy", "si"),
        ("cz", "c"),
        ("ge", "je"),
        ("gi", "ji"),
        ("gy", "ji"),
        ("mc", "mak"),
        ("c", "k"),
        ("q", "k"),
        ("x", "ks"),
    ];
    let word: String = word.chars().take(24).map(plain).filter(char::is_ascii_lowercase).collect();
    let word = begins(&word, &["kn", "wr", "ps"]).map_or(&*word, |_| tail(&word, 1));
    let mut sounds: Vec<u8> = Vec::with_capacity(word.len());
    let mut at = 0;
    while at < word.len() {
        let rest = tail(word, at);
        let (taken, sound) = match CLUSTERS.iter().find(|(letters, _)| follows(rest, 0, letters)) {
            Some((letters, sound)) => (letters.len(), *sound),
            None => (1, head(rest, 1)),
        };
        for (i, s) in sound.bytes().enumerate() {
            let glide = s == b'y' && !(at == 0 && i == 0);
            let s = if glide { b'i' } else { s };
            if sounds.last() != Some(&s) {
                sounds.push(s);
            }
        }
        at += taken;
    }
    if sounds.len() > 3 && sounds.last() == Some(&b'e') {
        sounds.pop();
    }
    sounds
}

/// What one sound weighs: consonants carry a name.
pub(super) fn weight(sound: u8) -> f32 {
    match sound {
        b'a' | b'e' | b'i' | b'o' | b'u' => 0.25,
        b'h' | b'y' | b'w' => 0.5,
        b'r' => 0.7,
        _ => 1.0,
    }
}

/// The class of a consonant that is heard for certain; sounds of one class are taken for one another.
pub(super) fn class(sound: u8) -> Option<u8> {
    Some(match sound {
        b'l' | b'r' => 0,
        b'b' | b'p' => 1,
        b'v' | b'f' | b'w' => 2,
        b'd' | b't' => 3,
        b'g' | b'k' => 4,
        b's' | b'z' | b'x' | b'c' | b'j' => 5,
        b'm' | b'n' => 6,
        _ => return None,
    })
}

/// What it costs to hear one sound for another.
pub(super) fn substitution(a: u8, b: u8) -> f32 {
    if a == b {
        return 0.0;
    }
    const NEAR: &[(&str, f32)] = &[
        ("lr", 0.05),
        ("bp", 0.2),
        ("dt", 0.2),
        ("gk", 0.2),
        ("fv", 0.1),
        ("vw", 0.1),
        ("fw", 0.4),
        ("bv", 0.3),
        ("sz", 0.15),
        ("sx", 0.3),
        ("cx", 0.3),
        ("cj", 0.3),
        ("zj", 0.3),
        ("zc", 0.3),
        ("sc", 0.4),
        ("jx", 0.3),
        ("gj", 0.15),
        ("ck", 0.2),
        ("hx", 0.3),
        ("hs", 0.5),
        ("hj", 0.4),
        ("hk", 0.4),
        ("gh", 0.4),
        ("jy", 0.3),
        ("iy", 0.1),
        ("wu", 0.1),
        ("ow", 0.2),
        ("wh", 0.3),
        ("mn", 0.4),
        ("ln", 0.7),
        ("ts", 0.5),
        ("tx", 0.5),
        ("tc", 0.4),
        ("dj", 0.4),
        ("fp", 0.6),
        ("jk", 0.4),
        ("zx", 0.4),
        ("dz", 0.5),
        ("tz", 0.4),
        ("jz", 0.3),
        ("sj", 0.4),
        ("ei", 0.05),
        ("ae", 0.08),
        ("ou", 0.05),
        ("ao", 0.08),
        ("ai", 0.12),
    ];
    let near = |pair: &str| pair.as_bytes() == [a, b] || pair.as_bytes() == [b, a];
    let vowels = weight(a) + weight(b) == 0.5;
    NEAR.iter().find(|(pair, _)| near(pair)).map_or(if vowels { 0.18 } else { 1.0 }, |&(_, cost)| cost)
}
