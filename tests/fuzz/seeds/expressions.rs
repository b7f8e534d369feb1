// Seed for the fuzzer: expressions, patterns and control flow of every kind.
//@ title: fuzzer seed, expressions
//@ limits: max-loops=1000
//@ expect base: prints /done/
//@ check base => opt: sound
use std::alloc::{alloc, dealloc, Layout};
use std::ptr;

fn pick(n: u8) -> &'static str {
    match n {
        0 => "zero",
        1 | 2 => "few",
        3..=9 => "some",
        x if x % 2 == 0 => "even",
        _ => "odd",
    }
}

fn find(xs: &[i32], want: i32) -> Option<usize> {
    let mut i = 0;
    while let Some(&x) = xs.get(i) {
        if x == want {
            return Some(i);
        }
        i += 1;
    }
    None
}

fn slices(xs: &mut [u8]) -> u32 {
    match xs {
        [] => 0,
        [one] => *one as u32,
        [first, .., last] => {
            core::mem::swap(first, last);
            *first as u32 * 256 + *last as u32
        }
    }
}

fn main() {
    let mut total = 0u64;
    for i in 0..4u64 {
        total += i.pow(2);
    }
    let found = 'outer: loop {
        for j in (1..=3).rev() {
            if j == 2 {
                break 'outer j * 10;
            }
            if j > 3 {
                continue 'outer;
            }
        }
        break 5;
    };
    let (a, mut b) = (1i8, -7i32);
    b = if let Some(at) = find(&[3, -7, 4], b) { at as i32 } else { return };
    let Some(k) = Some(a) else { panic!("never") };
    let xs = &mut [1u8, 2, 3];
    println!("{total} {found} {b} {k} {} {}", slices(xs), pick(xs[0]));
    unsafe {
        let layout = Layout::new::<[u16; 4]>();
        let p = alloc(layout) as *mut u16;
        for i in 0..4 {
            p.add(i).write(i as u16 * 3);
        }
        ptr::copy(p, p.add(1), 3);
        let q = p.wrapping_add(2).cast::<u8>();
        #[cfg(base)]
        println!("{} {}", *p.add(3), q.read());
        #[cfg(opt)]
        println!("{} {}", 6, *q);
        let addr = p.expose_provenance();
        let r = ptr::with_exposed_provenance_mut::<u16>(addr + 2);
        *r = !(addr as u16 & 1);
        println!("{}", r.offset_from(p));
        dealloc(p.cast(), layout);
    }
    let n = 200u8;
    assert!(n.checked_add(100).is_none(), "no {}", n);
    assert_eq!(n.overflowing_mul(2), (144, true));
    let c = 'é' as u32 + b'\n' as u32;
    let v = std::hint::black_box([c; 2]);
    debug_assert!(v[0] == v[1] && !(v[0] < 1 || v[1] > 0xffff));
    println!("done {:08b} {:?} {}", n >> 1, (k, 'x', "s"), i128::MIN.count_ones() as u8);
}
