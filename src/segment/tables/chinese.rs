//! Chinese and Japanese: what follows a closing quote without starting a sentence.

use super::Words;

/// What goes on with the clause around a quote that ends in a full stop.
pub(in crate::segment) const GOES_ON: Words = Words("的 と って という の");

/// What goes on with the clause around a quote that asks or exclaims.
pub(in crate::segment) const GOES_ON_ASKING: Words = Words(
    "等口号 等等 之类 之声 之问 一事 一书 一文 一词 一语 一说 一句 一类 这一问 这个 这样 这种 这类 这句 这些 \
     以及 是一 是他 是她 是这 是最 或“ 和“ 与“ 时， 时, 后， 后, が を に は",
);

/// Verbs of speech, at the end of the clause that names the speaker.
pub(in crate::segment) const SPEECH: Words = Words(
    "说 道 问 答 称 表示 指出 写 喊 叫 补充 解释 强调 认为 回忆 感叹 說 問 稱 寫 補充 解釋 強調 認為 回憶 感嘆 \
     言った 言う",
);

/// Words that end in such a verb and are none.
pub(in crate::segment) const NO_SPEECH: Words = Words(
    "小说 传说 据说 知道 街道 频道 渠道 难道 轨道 人道 味道 访问 顾问 疑问 学问 名称 简称 人称 职称 小說 傳說 據說 \
     頻道 難道 軌道 訪問 顧問 疑問 學問 名稱 簡稱",
);

/// Words that make such a clause a statement of its own when a comma follows.
pub(in crate::segment) const ADDS: Words = Words("补充 補充 还 還 又 也 另 则 則 同时 同時");
