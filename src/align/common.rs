//! Names and titles that Chinese does not spell by sound: 美国, 欧盟, 总统.

use super::pieces::{follows, tail};
use super::words::Word;
use std::ops::Range;

/// Chinese names, `=`, the English words for them; alternatives between commas, a longer name before any
/// that is its beginning.
const TABLE: &str = "美国,美军,美方=u.s,us,united states,america,american,americans
中国,中方=china,chinese
英国,英格兰=britain,british,uk,u.k,united kingdom,england,english
法国=france,french
德国=germany,german
日本=japan,japanese
俄罗斯,俄军,俄方=russia,russian,russians
乌克兰=ukraine,ukrainian,ukrainians
印度=india,indian
韩国=south korea,south korean
朝鲜=north korea,north korean
以色列=israel,israeli
土耳其=turkey,turkish
西班牙=spain,spanish
希腊=greece,greek
澳大利亚,澳洲=australia,australian
欧盟=eu,e.u,european union
欧洲=europe,european
非洲=africa,african
亚洲=asia,asian
联合国=un,u.n,united nations
北约=nato
克里姆林宫=kremlin
白宫=white house
国会=congress,congressional
议会=parliament,assembly
参议员,参议院=senator,senators,senate,sen
众议员,众议院=representative,house,rep
共和党=republican,republicans
民主党=democrat,democrats,democratic
保守党=conservative,conservatives,tory,tories
工党=labour
总统=president,presidential
总理,首相=prime minister,chancellor,premier
部长,大臣=minister,secretary
市长,镇长=mayor
州长,省长=governor
将军=general,gen
议员=lawmaker,lawmakers,mp,mps
法院,法庭=court
法官,大法官=judge,justice
律师=lawyer,lawyers,attorney
警方,警察=police
大学=university
教授=professor,prof
博士=dr,doctor
医院=hospital,hospitals
公司=company,firm,corporation
政府=government
银行=bank
去年=last year
今年=this year
明年=next year
夏天,夏季,去夏=summer
冬天,冬季,寒冬=winter
春天,春季=spring
北京=beijing
上海=shanghai
香港=hong kong
纽约=new york";

/// The number of a concept, and where a sentence names it, in bytes.
pub(super) type Named = (usize, Range<usize>);

/// The concepts of the table.
pub(super) struct Concepts {
    /// The Chinese names and the English ones of each.
    names: Vec<(Vec<&'static str>, Vec<&'static str>)>,
    /// Every Chinese name with its concept.
    chinese: Vec<(&'static str, usize)>,
    /// Which characters begin a Chinese name, by the last bits of their number.
    begins: u64,
}

impl Concepts {
    pub(super) fn new() -> Self {
        let split = |names: &'static str| names.split(',').collect::<Vec<_>>();
        let names: Vec<_> =
            TABLE.lines().filter_map(|l| l.split_once('=')).map(|(zh, en)| (split(zh), split(en))).collect();
        let mut chinese = Vec::new();
        for (at, (zh, _)) in names.iter().enumerate() {
            chinese.extend(zh.iter().map(|&name| (name, at)));
        }
        let begins =
            chinese.iter().filter_map(|(name, _)| name.chars().next()).fold(0, |set, c| set | bit(c));
        Concepts { names, chinese, begins }
    }

    /// The concepts that a Chinese sentence names, by their numbers, and where.
    pub(super) fn chinese(&self, text: &str) -> Vec<Named> {
        let mut found = Vec::new();
        for (at, _) in text.char_indices().filter(|&(_, c)| self.begins & bit(c) != 0) {
            let rest = tail(text, at);
            for &(name, of) in self.chinese.iter().filter(|(name, _)| follows(rest, 0, name)) {
                found.push((of, at..at + name.len()));
            }
        }
        found
    }

    /// The concepts that English words name, and the places of the words.
    pub(super) fn english(&self, words: &[Word]) -> Vec<Named> {
        let mut found = Vec::new();
        for (of, (_, names)) in self.names.iter().enumerate() {
            for name in names {
                let count = 1 + name.bytes().filter(|&b| b == b' ').count();
                for group in words.windows(count) {
                    // "us" is a name only in capitals.
                    let is_named = group.iter().map(|w| &*w.lower).eq(name.split(' '));
                    if is_named && (*name != "us" || group[0].capitals) {
                        found.push((of, group[0].span.start..group[count - 1].span.end));
                    }
                }
            }
        }
        found
    }
}

/// The bit that stands for a character.
fn bit(c: char) -> u64 {
    1 << (c as u32 % 64)
}

#[cfg(test)]
mod tests {
    use super::super::words::words;
    use super::*;

    #[test]
    fn finds_names() {
        let concepts = Concepts::new();
        assert!(concepts.names.len() <= 60, "the table stays small");
        for (zh, en, same) in [
            ("美国总统周二讲话。", "The American president spoke.", true),
            ("欧盟发言人", "an E.U. spokeswoman", true),
            ("首相辞职", "The prime minister resigned.", true),
            ("美国", "They told us so.", false),
            ("白宫", "a white fence", false),
        ] {
            let (zh, en) = (concepts.chinese(zh), concepts.english(&words(en)));
            assert_eq!(zh.iter().any(|c| en.iter().any(|e| e.0 == c.0)), same, "{zh:?} {en:?}");
        }
    }
}
