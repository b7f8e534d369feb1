//@ title: an unknown number printed with a width
//@ from: std::fmt, "Width" and "Sign/#/0"
// How many digits there are decides how much is printed before them: the three lengths of a u8 are told apart.
//@ check fn padded: base => opt [alloc]: sound
//@ check fn padded: base => off [alloc]: unsound /100/
//@ check fn zeros: base => opt [alloc]: sound
#![crate_type = "lib"]

pub fn padded(x: u8) {
    if !cfg!(opt) && !cfg!(off) {
        println!("{:3}!", x);
        return;
    }
    if x < 10 {
        print!("  ");
    } else if x < 100 || (cfg!(off) && x == 100) {
        print!(" ");
    }
    println!("{}!", x);
}

pub fn zeros(x: u8) {
    if cfg!(opt) {
        println!("{}{:#x}", if x < 16 { "small " } else { "" }, x);
    } else if x > 15 {
        println!("{:#04x}", x);
    } else {
        println!("small 0x{:x}", x);
    }
}
