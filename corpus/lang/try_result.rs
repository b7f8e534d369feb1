//@ title: ? on a Result returns the error early
//@ from: Rust Reference, "The try propagation expression"
// The value may be of another type than the one returned; the error goes on to the caller.
//@ expect: prints "Ok(3)\nErr(Odd(3))\nErr(Big)\nok\n"
//@ expect option: errors /can only be used in a function that returns `Result`/

#[derive(Debug)]
enum Problem {
    Odd(u32),
    Big,
}

fn half(n: u32) -> Result<u32, Problem> {
    if n % 2 == 1 {
        return Err(Problem::Odd(n));
    }
    Ok(n / 2)
}
fn check(n: u32) -> Result<u8, Problem> {
    if n > 100 {
        Err(Problem::Big)?;
    }
    Ok(n as u8)
}
fn quarter(n: u32) -> Result<u8, Problem> {
    check(half(half(n)?)?)
}
#[cfg(option)]
fn mixed(n: u32) -> Option<u32> {
    Some(half(n)?)
}
fn nothing() -> Result<(), Problem> {
    quarter(8)?;
    Ok(())
}

fn main() {
    println!("{:?}", quarter(12));
    println!("{:?}", quarter(6));
    println!("{:?}", quarter(1000));
    if let Ok(()) = nothing() {
        println!("ok");
    }
}
