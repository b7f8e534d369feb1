//@ title: the high half of a product from four small products
//@ from: Hacker's Delight, section 8-2
// Schoolbook multiplication in base 16. The carries out of the middle count: without them 0xFF * 0xFF
// comes out lower. (Here only for some y: all products of two bytes are hard for a solver.)
//@ check fn f: base => opt [alloc]: sound
//@ check fn f: base => bad [alloc]: unsound
//@ check fn signed: base => opt [alloc]: sound
#![crate_type = "lib"]

pub fn f(x: u8, y: u8) -> u8 {
    litmus::assume(y >> 3 == 31);
    #[cfg(base)]
    let r = ((x as u16 * y as u16) >> 8) as u8;
    #[cfg(any(opt, bad))]
    let r = {
        let (x0, x1) = (x & 15, x >> 4);
        let (y0, y1) = (y & 15, y >> 4);
        let w0 = x0 * y0;
        let t = x1 as u16 * y0 as u16 + (w0 >> 4) as u16;
        let w1 = (t & 15) + x0 as u16 * y1 as u16;
        let c = if cfg!(bad) { 0 } else { w1 >> 4 };
        (x1 as u16 * y1 as u16 + (t >> 4) + c) as u8
    };
    r
}

// Section 8-3: the signed one from the unsigned one.
pub fn signed(x: i8, y: i8) -> i8 {
    litmus::assume(y >= -4 && y < 4);
    #[cfg(base)]
    let r = ((x as i16 * y as i16) >> 8) as i8;
    #[cfg(any(opt, bad))]
    let r = {
        let u = ((x as u8 as u16 * y as u8 as u16) >> 8) as i8;
        u.wrapping_sub((x >> 7) & y).wrapping_sub((y >> 7) & x)
    };
    r
}
