//@ title: sorting three numbers with a network
//@ from: Knuth, TAOCP volume 3, section 5.3.4
// Three comparators. With only two of them 2, 1, 0 comes out wrong.
//@ check fn f: base => opt [alloc]: sound
//@ check fn f: base => bad [alloc]: unsound
#![crate_type = "lib"]

pub fn f(a: [u8; 3]) -> [u8; 3] {
    let mut a = a;
    #[cfg(base)]
    for i in 1..3 {
        let mut j = i;
        while j > 0 && a[j - 1] > a[j] {
            let t = a[j];
            a[j] = a[j - 1];
            a[j - 1] = t;
            j -= 1;
        }
    }
    #[cfg(any(opt, bad))]
    {
        let (x, y) = (a[0].min(a[1]), a[0].max(a[1]));
        let (y, z) = (y.min(a[2]), y.max(a[2]));
        #[cfg(opt)]
        let (x, y) = (x.min(y), x.max(y));
        a = [x, y, z];
    }
    a
}
