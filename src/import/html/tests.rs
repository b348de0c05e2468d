use super::*;
use proptest::prelude::*;

fn markdown_of(html: &str) -> String {
    to_markdown(html).markdown
}

#[test]
fn markup_becomes_markdown() {
    for (html, markdown) in [
        ("<p>One<p>Two", "One\n\nTwo"),
        ("a<br>b<br><br>c", "a\\\nb\n\nc"),
        (
            "<b>bold </b>and <i>it<u>alic</u></i>",
            "**bold** and *italic*",
        ),
        ("x<b>y</b>z", "x**y**z"),
        (
            "<ul><li>a<li>b <ol start=3><li>c</ol></ul>d",
            "- a\n- b\n\n  3. c\n\nd",
        ),
        ("<ul><li>a</ul><ul><li>b</ul>", "- a\n\n* b"),
        ("<ol><li>a<li><li>c</ol>", "1. a\n2.\n3. c"),
        ("<blockquote>a<p>b</blockquote>c", "> a\n>\n> b\n\nc"),
        ("<h2>Head</h2>text", "**Head**\n\ntext"),
        ("<pre>a\n  b ``` </pre>", "````\na\n  b ```\n````"),
        ("<code>a`b</code>", "``a`b``"),
        (
            "<q>Yes</q>, &ldquo;no&rdquo; &amp; &#8212;",
            "“Yes”, “no” & —",
        ),
        ("10<sup>6</sup> m<sup>2</sup> H<sub>2</sub>O", "10⁶ m² H₂O"),
        (
            "<a href='https://a.example/?a=1&amp;b=2'>the <b>page</b></a>",
            "[the **page**](https://a.example/?a=1&b=2)",
        ),
        ("see https://a.example/b_c.", "see <https://a.example/b_c>."),
        (
            "<a href='mailto:a@b.example'>mail</a>!",
            "[mail](mailto:a@b.example)!",
        ),
        (
            "hi!<a href='http://a.example/(b'>x</a>",
            "hi\\![x](http://a.example/\\(b)",
        ),
        ("<table><tr><td>a<td>b<tr><td>c</table>", "a · b\n\nc"),
        ("<p>&nbsp;</p><p>a&nbsp;b</p>", "a\u{a0}b"),
    ] {
        assert_eq!(markdown_of(html), markdown, "{html}");
    }
}

#[test]
fn what_would_be_markdown_by_accident_stays_text() {
    for (text, markdown) in [
        (
            "2 * 3 *4* snake_case _x_",
            "2 * 3 \\*4\\* snake_case \\_x\\_",
        ),
        ("# no heading", "\\# no heading"),
        ("1. no list", "1\\. no list"),
        ("- no list", "\\- no list"),
        ("[sic] [a](b)", "[sic] [a\\](b)"),
        ("[a]: https://b.example", "[a\\]: <https://b.example>"),
        ("a < b > c & d &amp;amp;", "a < b > c & d \\&amp;"),
        ("***", "\\*\\*\\*"),
        ("C:\\*.txt \\o/", "C:\\\\\\*.txt \\o/"),
        ("`x`", "\\`x\\`"),
    ] {
        assert_eq!(markdown_of(text), markdown, "{text}");
        let shown = crate::markdown::to_text(&markdown_of(text));
        assert_eq!(shown, text.replace("&amp;", "&"), "{text}");
    }
}

#[test]
fn what_is_taken_out_is_told() {
    let found = to_markdown(
        "<!-- secret --><script>alert(1)</script><script src='https://x.example/a.js'></script><style>p{}</style>a\
         <img src=x.png alt='A map' onerror='alert(2)'>\
         <iframe src='https://v.example/1'>no frames</iframe>\
         <a href='javascript:alert(3)'>b</a> <a href='/about'>c</a> <s>d</s>",
    );
    assert_eq!(found.markdown, "ab c d");
    assert_eq!(
        found.changed,
        [
            "took out a comment: `secret`",
            "took out a script of 8 letters",
            "took out a script: `https://x.example/a.js`",
            "took out a style of 3 letters",
            "took out a script in `onerror`: `alert(2)`",
            "took out an image: `A map`, `x.png`",
            "took out a page or file shown in it (`iframe`): `https://v.example/1`",
            "took out words that are not shown: `no frames`",
            "a link became plain words: `javascript:alert(3)` is no address of a page",
            "a link became plain words: `/about` names no site",
            "words that were struck out are plain words",
        ]
    );
}

#[test]
fn what_is_no_tag_stays() {
    for text in [
        "a < b",
        "ends in <b",
        "x <y and z> w",
        "<ann@a.example>",
        "if <you> say so",
    ] {
        let shown = crate::markdown::to_text(&markdown_of(text));
        assert_eq!(shown, text);
    }
    assert_eq!(markdown_of("a<o:p></o:p>b"), "ab");
    assert_eq!(
        markdown_of("<https://a.example/>"),
        "<<https://a.example/>>"
    );
}

#[test]
fn plain_text_keeps_its_lines() {
    let text = "Agenda:\n1. Talks <b>\n2. &amp;\n\n\nEnd";
    let found = from_text(text);
    assert_eq!(
        found.markdown,
        "Agenda:\\\n1\\. Talks \\<b>\\\n2\\. \\&amp;\n\nEnd"
    );
    assert!(is_html("a<br/>b") && is_html("<P>") && !is_html("a <b") && !is_html("<x@y.example>"));
    assert_eq!(markdown_of("one\ntwo\n\nthree"), "one two\n\nthree");
}

#[test]
fn a_line_has_no_markup() {
    let line = to_markdown("<b>A</b> <a href='https://a.example/'>b*</a>\n<br>c").into_line();
    assert_eq!(line.markdown, "A b* c");
    assert_eq!(
        line.changed,
        ["took the link to `https://a.example/` from its words"]
    );
    assert_eq!(line.links[0].title.as_deref(), Some("b*"));
}

#[test]
fn depth_costs_no_more_than_length() {
    let deep = 10_000;
    for tag in [
        "div",
        "blockquote",
        "ul",
        "li",
        "b",
        "a href='https://a.example/'",
        "pre",
        "p",
        "x",
    ] {
        let name = tag.split(' ').next().unwrap();
        let html = format!("<{tag}>").repeat(deep) + "word" + &format!("</{name}>").repeat(deep);
        let found = to_markdown(&html);
        assert!(found.markdown.contains("word"));
        let html = format!("<{tag}>w").repeat(deep);
        assert!(to_markdown(&html).markdown.len() < 5_000_000, "{tag}");
        to_markdown(&format!("</{name}>").repeat(deep));
    }
    for mark in [
        "<", "&", "*", "[", "<!--", "<a ", "_", "`", "](", "\\", "http://", "(", "a) ",
    ] {
        to_markdown(&mark.repeat(deep));
        from_text(&mark.repeat(deep));
    }
}

/// All that is neither blank nor a mark.
fn words(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

fn pieces() -> impl Strategy<Value = String> {
    let tags = "</?(p|b|i|a href='https://a[.]example/'|ul|ol|li|code|q|blockquote|div|h2|br|table|td|pre)>";
    let piece = prop_oneof![
        3 => "[ a-d]{1,6}",
        2 => tags,
        2 => "[-*_#>+=~`.()!|:\\[\\]\\\\ \n]{1,4}",
        1 => "[0-9]{1,3}[.)] ",
        1 => "&(amp|lt|copy|nbsp|#42|#x5f);",
        1 => "https?://[a-z*_.()\\[\\]&;]{1,9}",
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn plain_text_is_shown_as_it_is(text in "([-a-c*_#>+=~`.()!|:\\[\\]\\\\ \n0-9<&;/]|http://a){0,20}") {
        let shown = crate::markdown::to_text(&from_text(&text).markdown);
        let squeeze = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        prop_assert_eq!(squeeze(&shown), squeeze(&text));
    }

    #[test]
    fn the_same_words_are_shown(html in pieces()) {
        let found = to_markdown(&html);
        let shown = crate::markdown::to_text(&found.markdown);
        let html = html.replace("&amp;", "").replace("&lt;", "").replace("&nbsp;", "");
        let mut bare = String::new();
        let mut inside = false;
        for c in html.replace("&copy;", "").replace("&#42;", "").replace("&#x5f;", "").chars() {
            match c {
                '<' => inside = true,
                '>' if inside => inside = false,
                _ if inside => {}
                c => bare.push(c),
            }
        }
        // Numbers of lists are not words of the text.
        let letters = |text: &str| words(text).replace(|c: char| c.is_ascii_digit(), "");
        prop_assert_eq!(letters(&shown), letters(&bare));
    }

    #[test]
    fn nothing_panics(html in "\\PC{0,200}", other in "[<>a-e/!&;#'\"= -]{0,60}") {
        for text in [html, other] {
            let found = to_markdown(&text);
            prop_assert!(crate::text::unfit(&found.markdown).is_none());
            prop_assert!(!from_either(&text).into_line().markdown.contains('\n'));
        }
    }
}
