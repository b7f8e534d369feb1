//@ title: the order of outputs is behaviour
//@ from: derived
// Two prints cannot be exchanged, two writes to different memory can; merging two prints into one changes
// nothing that can be seen.
//@ expect base: prints "ab3\n"
//@ check base => swapped: unsound /prints "ba/
//@ check base => merged: sound
//@ check base => writes: sound

fn main() {
    let (mut x, mut y) = (0, 0);
    #[cfg(not(writes))]
    {
        x = 1;
        y = 2;
    }
    #[cfg(writes)]
    {
        y = 2;
        x = 1;
    }
    #[cfg(any(base, writes))]
    {
        print!("a");
        print!("b");
    }
    #[cfg(swapped)]
    {
        print!("b");
        print!("a");
    }
    #[cfg(merged)]
    print!("ab");
    println!("{}", x + y);
}
