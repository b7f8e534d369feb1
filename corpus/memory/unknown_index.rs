//@ title: an index that depends on an address
//@ from: std::ptr, "Provenance": what an address is, is not known
// The low six bits of the address of a byte can be anything, so each element may be the one that is
// read: 64 outcomes, one path for each.
//@ expect: prints /^[0-9]+\n$/
fn main() {
    let mut squares = [0u32; 64];
    let mut i = 0;
    while i < 64 {
        squares[i] = (i * i) as u32;
        i += 1;
    }
    let byte = 0u8;
    println!("{}", squares[(&raw const byte).addr() & 63]);
}
