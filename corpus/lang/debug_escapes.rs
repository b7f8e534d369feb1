//@ title: what Debug escapes in text
//@ from: documentation of char::escape_debug; verified by running
// Quotes of its own kind, control characters and what has no glyph are escaped; letters are not. Where
// the answer needs Unicode's tables, litmus says that it does not know.
//@ expect known: prints "\"hé→日ß\" 'é' \"a\\u{ad}b\\u{a0}\\u{80}\" \"q\\\"'\\\\\\n\\u{1b}\"\n['\\'', '\"', 'ж']\n"
//@ expect tables: unsupported /U\+0301/

fn main() {
    #[cfg(known)]
    println!("{:?} {:?} {:?} {:?}", "hé→日ß", 'é', "a\u{ad}b\u{a0}\u{80}", "q\"'\\\n\u{1b}");
    #[cfg(known)]
    println!("{:?}", ['\'', '"', 'ж']);
    #[cfg(tables)]
    println!("{:?}", "e\u{301}");
}
