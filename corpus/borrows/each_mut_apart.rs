//@ title: each_mut and fill_with borrow the elements one by one
//@ from: std::array::each_mut, std::slice::fill_with
// The references of each_mut stand beside each other; a pointer to the whole that writes one element
// ends the reference to that one only.
//@ expect good: prints "[3, 2, 1] [1, 2, 3]\n"
//@ expect other: prints "[5, 7]\n"
//@ expect same [flat strict alloc]: prints "[7, 0]\n"
//@ expect same [sb tb]: ub(borrow-access)

fn main() {
    #[cfg(good)]
    {
        let mut a = [1, 2, 3];
        let [x, _, z] = a.each_mut();
        std::mem::swap(x, z);
        let mut b = a;
        let mut n = 0;
        b.fill_with(|| {
            n += 1;
            n
        });
        println!("{:?} {:?}", a, b);
    }
    #[cfg(not(good))]
    {
        let mut a = [0, 0];
        let p = &raw mut a as *mut i32;
        let [x, y] = unsafe { &mut *(p as *mut [i32; 2]) }.each_mut();
        unsafe { *p = 5 }
        #[cfg(other)]
        {
            *y = 7;
        }
        #[cfg(same)]
        {
            *x = 7; //~ ub [sb tb] (borrow-access) /write access/
        }
        let _ = (&raw const x, &raw const y);
        println!("{:?}", a);
    }
}
