//@ title: Display and Debug by hand
//@ from: std, "std::fmt"
// The machine formats built-in types itself; user impls are called, through derived ones as well.
//@ expect: prints "(1, -2) Pt { x: 1 } Pt { x: 1 }\n<(1, -2)>\n<3>\nDot(Pt { x: 3 }) Other(5)\nLine {\n    from: Pt {\n        x: 1,\n    },\n    to: Some(\n        Pt {\n            x: 7,\n        },\n    ),\n}\n[  abc] [**d**] [#7   ] [#0008]\n"
//@ expect unfit: errors /doesn't implement `Debug`/

use std::fmt;

struct Point {
    x: i32,
    y: i32,
}
impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "({}, {})", self.x, self.y)
    }
}
impl fmt::Debug for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pt").field("x", &self.x).finish()
    }
}
#[derive(Debug)]
enum Shape<T> {
    Dot(Point),
    Line { from: Point, to: Option<Point> },
    Other(T),
}
struct Name(&'static str);
impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.pad(self.0)
    }
}
struct Id(u32);
impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("#")?;
        self.0.fmt(f)
    }
}
fn show<T: fmt::Display>(t: &T) {
    println!("<{}>", t);
}

fn main() {
    let p = Point { x: 1, y: -2 };
    println!("{} {:?} {p:?}", p, p);
    show(&p);
    show(&3);
    println!("{:?} {:?}", Shape::Dot::<u8>(Point { x: 3, y: 4 }), Shape::Other(5));
    println!("{:#?}", Shape::Line::<u8> { from: p, to: Some(Point { x: 7, y: 8 }) });
    println!("[{:>5}] [{:*^5}] [{:<4}] [{:04}]", Name("abc"), Name("d"), Id(7), Id(8));
    assert_eq!(1, 1, "{}", Name("never shown"));
    #[cfg(unfit)]
    println!("{:?}", Name("x"));
}
