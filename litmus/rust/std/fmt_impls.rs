// How the library's containers and pointers are shown.

pub mod fmt_impls {
    use crate::cell::{Cell, RefCell, UnsafeCell};
    use crate::fmt::{Debug, Display, Formatter, Result};
    use crate::ptr::NonNull;
    use crate::rc::Rc;
    use crate::refcell::{BorrowError, BorrowMutError, Ref, RefMut};

    impl<T: Debug> Debug for Vec<T> {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            <[T] as Debug>::fmt(&**self, f)
        }
    }
    impl<T: Debug + ?Sized> Debug for Rc<T> {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            <T as Debug>::fmt(&**self, f)
        }
    }
    impl<T: Display + ?Sized> Display for Rc<T> {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            <T as Display>::fmt(&**self, f)
        }
    }
    impl<'b, T: Debug + ?Sized> Debug for Ref<'b, T> {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            <T as Debug>::fmt(&**self, f)
        }
    }
    impl<'b, T: Display + ?Sized> Display for Ref<'b, T> {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            <T as Display>::fmt(&**self, f)
        }
    }
    impl<'b, T: Debug + ?Sized> Debug for RefMut<'b, T> {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            <T as Debug>::fmt(&**self, f)
        }
    }
    impl<'b, T: Display + ?Sized> Display for RefMut<'b, T> {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            <T as Display>::fmt(&**self, f)
        }
    }
    impl<T: Copy + Debug> Debug for Cell<T> {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            let mut s = f.debug_struct("Cell");
            let value = self.get();
            s.field("value", &value);
            s.finish()
        }
    }
    impl<T: Debug> Debug for RefCell<T> {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            let mut s = f.debug_struct("RefCell");
            match self.try_borrow() {
                Ok(value) => {
                    s.field("value", &*value);
                }
                Err(_) => {
                    s.field("value", &Borrowed);
                }
            }
            s.finish()
        }
    }
    struct Borrowed;
    impl Debug for Borrowed {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            f.write_str("<borrowed>")
        }
    }
    impl Debug for BorrowError {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            f.write_str("BorrowError")
        }
    }
    impl Debug for BorrowMutError {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            f.write_str("BorrowMutError")
        }
    }
    impl<T> Debug for NonNull<T> {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            <*mut T as Debug>::fmt(&self.as_ptr(), f)
        }
    }
    impl<T: ?Sized> Debug for UnsafeCell<T> {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            f.write_str("UnsafeCell { .. }")
        }
    }
}
