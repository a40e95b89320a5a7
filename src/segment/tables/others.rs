//! Every other language with spaces: the commonest abbreviations of German, French, Spanish, Italian,
//! Portuguese and Russian in one table, because they seldom contradict each other.

use super::{Abbreviation, Rules, Words};

pub(super) const OTHERS: Rules = Rules {
    abbreviations: &[
        (Abbreviation::Inner, INNER),
        (Abbreviation::Number, NUMBER),
        (Abbreviation::Either, EITHER),
        (Abbreviation::Last, Words("ecc etc usw т.д т.п")),
    ],
    openers: OPENERS,
    joiners: Words(""),
    speech: Words(""),
    shouts: Words("Yahoo"),
    clock: Words(""),
    early: Words(""),
    lower: false,
    ordinals: false,
    greek: false,
};

const INNER: Words = Words(
    "bzw c.-à-d cf d.h Dott Dr Dra evtl ex Fr Frl ggf Gral Hr Hrn Ing inkl Lic M Mgr Mlle MM Mme Mmes Mr \
     Mrs Ms p.ex Prof Sig Sig.ra Sr Sra Sres Srta St Sta Ste Sto u.a v.a vgl z.B акад им напр проф см ср \
     т.е ул",
);

const NUMBER: Words = Words("abs art bd ca cap fig kap n no nr núm núms p pp pág págs s t vol стр");

const EITHER: Words = Words(
    "abr ago août apr aug avr Chr Co Corp dec dez dic déc EE.UU ene feb févr Inc jan janv Jh Ltd mar Mio \
     Mrd nov oct okt sept Str vs г гг др кв млн млрд руб тыс",
);

const OPENERS: Words = Words(
    "Aber Als Auch Auf Bei Dans Das Der Des Die Dies Diese Ein Eine El Elle Elles En Er Es Et Ich Ihr Il \
     Ils Im In Je La Las Le Les Los Mais Man Mit Nach Nous On Os Para Pero Por Pour Que Se Selon Si Sie Su \
     Sur Um Uma Un Una Und Une Von Vous Was Wenn Wer Wie Wir Y Zu А В Вы И К Мы На Но Он Она Они По С Эти \
     Это Я",
);

/// Languages that write an ordinal number with a full stop.
pub(super) const ORDINALS: Words = Words("cs da de et fi hr hu is lv nb nn no pl sk sl sr tr");
