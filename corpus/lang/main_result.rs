//@ title: a main that returns a Result reports the error and exits with 1
//@ from: std::process::Termination
// `?` in main: an Ok ends the program as usual, an Err is printed to standard error with Debug.
//@ expect good: prints "one\ndropped\n"
//@ expect bad: prints "dropped\n" then exits 1
//@ expect silent: errors /Debug/

#[cfg_attr(not(silent), derive(Debug))]
struct Problem(#[allow(dead_code)] i32);

struct D;
impl Drop for D {
    fn drop(&mut self) {
        println!("dropped");
    }
}

fn check(n: i32) -> Result<&'static str, Problem> {
    if n == 1 { Ok("one") } else { Err(Problem(n)) }
}

fn main() -> Result<(), Problem> {
    let _d = D;
    let mut n = 1;
    #[cfg(bad)]
    {
        n += 1;
    }
    #[cfg(any(good, silent))]
    {
        n *= 1;
    }
    println!("{}", check(n)?);
    Ok(())
}
