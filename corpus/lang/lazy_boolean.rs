//@ title: `&&` and `||` stop early, `&` and `|` do not
//@ from: Rust Reference, "Lazy boolean operators"
// The second operand of a lazy operator runs only if it can still matter.
//@ expect: prints "a b false\na c d true\na b c true\n"

fn t(name: char) -> bool {
    print!("{} ", name);
    true
}

fn f(name: char) -> bool {
    print!("{} ", name);
    false
}

fn main() {
    println!("{}", t('a') && f('b') && t('x'));
    println!("{}", (f('a') && t('y')) || (t('c') & t('d')));
    println!("{}", t('a') & f('b') | t('c'));
}
