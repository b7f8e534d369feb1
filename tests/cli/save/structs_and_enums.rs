// Values made of others.
// shows: prints "result = 1\n"
#![crate_type = "lib"]
//@ check fn area: base => opt: unsound
#[derive(Clone, Copy)]
pub struct Point {
    pub x: i16,
    pub y: i16,
}
pub enum Shape {
    Nothing,
    Dot(Point),
    Box { from: Point, to: Point },
}
pub fn area(s: Shape, scale: Option<u8>) -> i32 {
    let k = scale.unwrap_or(1) as i32;
    match s {
        Shape::Nothing => 0,
        Shape::Dot(p) => {
            if cfg!(opt) && p.y == 3 {
                1
            } else {
                0
            }
        }
        Shape::Box { from, to } => (to.x as i32 - from.x as i32) ^ k,
    }
}
