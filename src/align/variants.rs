//! Traditional characters to the simplified ones that this module's tables are written in.

use std::borrow::Cow;

/// Pairs of a traditional character and its simplified one, as far as the tables need them, sorted. Each takes
/// three bytes, so places in a text stay what they are.
const PAIRS: &str = "亞亚侖仑個个倫伦傑杰價价億亿兩两凱凯劉刘務务勞劳區区參参呂吕員员喬乔單单噸吨國国圖图堅坚場场塊块奧奥\
婭娅孫孙學学實实寧宁將将對对屆届層层岡冈師师幣币幾几庫库張张彌弥從从愛爱懷怀戶户揚扬數数時时會会東东\
條条棟栋樂乐歐欧歲岁歷历湯汤溫温漢汉灣湾烏乌熱热爾尔瑪玛瓊琼畢毕當当盧卢眾众碼码種种範范紀纪約约納纳\
紐纽組组統统絲丝綏绥維维總总羅罗聯联臘腊臺台艦舰茲兹華华萊莱萬万葉叶蓋盖蓮莲薩萨蘇苏蘭兰蘿萝處处號号\
衛卫詢询誇夸認认諾诺謝谢議议讀读讓让豐丰貓猫貝贝貢贡費费賈贾賓宾賴赖賽赛贊赞軍军輛辆輪轮農农連连週周\
過过達达遜逊選选邁迈邊边鄧邓醫医釐厘銀银錫锡鎊镑鎮镇鐘钟鐵铁長长門门間间閥阀陳陈隊队隻只雙双韋韦韓韩\
項项頓顿頭头顆颗類类餘余馬马馮冯魯鲁鮑鲍麗丽麥麦點点黨党齊齐龍龙龐庞";

/// The simplified form of a traditional character.
fn simple(c: char) -> Option<char> {
    let (pairs, _) = PAIRS.as_bytes().as_chunks::<6>();
    let mut bytes = [0; 4];
    let traditional = c.encode_utf8(&mut bytes).as_bytes();
    // UTF-8 sorts like the characters that it encodes.
    let at = pairs.binary_search_by(|pair| pair[..3].cmp(traditional)).ok()?;
    PAIRS.get(at * 6 + 3..at * 6 + 6)?.chars().next()
}

/// The text with simplified characters, byte for byte where the other was.
pub(super) fn simplified(text: &str) -> Cow<'_, str> {
    if !text.chars().any(|c| simple(c).is_some()) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(|c| simple(c).unwrap_or(c)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_places() {
        let chunks: Vec<char> = PAIRS.chars().step_by(2).collect();
        assert!(chunks.is_sorted_by(|a, b| a < b));
        for pair in PAIRS.chars().collect::<Vec<_>>().chunks(2) {
            assert!(matches!(pair, [a, b] if a != b && a.len_utf8() == 3 && b.len_utf8() == 3), "{pair:?}");
        }
        assert_eq!(simplified("約翰遜花了3萬歐元"), "约翰逊花了3万欧元");
        assert!(matches!(simplified("约翰逊"), Cow::Borrowed(_)));
    }
}
