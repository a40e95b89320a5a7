//! Cases in other languages.

use super::check;

#[test]
fn latin_scripts() {
    check(
        "de",
        &[
            "Am 3. Oktober kam Dr. Weiß, z. B. mit Hr. Roth. | Er blieb.",
            "„Wohin?“ fragte er. | „Nach Hause.“ | Sie ging.",
            "»Ja.« | Sie nickte. | Das kostet 3,5 Mio. Euro usw.",
        ],
    );
    check(
        "fr",
        &["« Où ? » dit-il. | M. Leroy sourit. | « Ici. » | Elle partit !", "Qui va là ? | Personne."],
    );
    check("es", &["¿Quién es? | ¡Yo! | El Sr. Gil y la Dra. Paz llegaron. | —¿Y bien?"]);
    check("sv", &["”Hej.” | Hon log. | Han sa: ”Kom!” | De gick."]);
}

#[test]
fn other_scripts() {
    check("ru", &["Это т.е. всё. | Он ушёл в 1999 г. и не вернулся. | — Да? | — Нет."]);
    check("el", &["Ποιος είναι; | Εγώ. | Καλά."]);
    check("ar", &["من هناك؟ | أنا. | حسنا!"]);
    check("ur", &["وہ گیا۔ | وہ نہیں گئی۔"]);
    check("hi", &["वह गया। | वह नहीं गई। | क्यों?"]);
    check("hy", &["Նա գնաց։ | Նա մնաց։"]);
    check("am", &["ሄደ። | ቀረች።"]);
    check("ko", &["그는 갔다. | 그녀는 남았다. | 왜?", "\"가자.\"라고 말했다. | 예. | 알겠습니다."]);
}
