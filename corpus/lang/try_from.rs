//@ title: ? converts the error with From
//@ from: Rust Reference, "The try propagation expression"; std::convert::From
// The error of the operand becomes the error of the function: by the identity if the types are the same, else by an
// impl of From.
//@ expect: prints "Ok(2) Err(Low(3)) Err(Zero)\nOk(1)\nErr(9)\n"
//@ expect missing: errors /From/

#[derive(Debug)]
struct Low(u32);
#[derive(Debug)]
enum High {
    Low(u32),
    Zero,
}
impl From<Low> for High {
    fn from(e: Low) -> High {
        High::Low(e.0)
    }
}

fn low(n: u32) -> Result<u32, Low> {
    if n > 2 { Err(Low(n)) } else { Ok(n) }
}
fn high(n: u32) -> Result<u32, High> {
    let m = low(n)?;
    if m == 0 {
        return Err(High::Zero);
    }
    Ok(m)
}
fn same(n: u32) -> Result<u32, Low> {
    Ok(low(n)?)
}
#[cfg(missing)]
struct Other;
#[cfg(missing)]
fn missing(n: u32) -> Result<u32, Other> {
    Ok(low(n)?)
}
fn widened(e: u8) -> Result<(), u64> {
    Err(e)?;
    Ok(())
}

fn main() {
    println!("{:?} {:?} {:?}", high(2), high(3), high(0));
    println!("{:?}", same(1));
    println!("{:?}", widened(9));
}
