// Debug and Display of the library's own types.

mod debug_impls {
    use crate::fmt::{Debug, Display, Formatter, Pointer, Result};

    impl<T: Debug> Debug for crate::vec::Vec<T> {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            <[T] as Debug>::fmt(&**self, f)
        }
    }
    impl<T: Debug + ?Sized> Debug for crate::rc::Rc<T> {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            <T as Debug>::fmt(&**self, f)
        }
    }
    impl<T: Display + ?Sized> Display for crate::rc::Rc<T> {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            <T as Display>::fmt(&**self, f)
        }
    }
    impl<T: ?Sized> Debug for crate::rc::Weak<T> {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            f.write_str("(Weak)")
        }
    }
    impl<T: Copy + Debug> Debug for crate::cell::Cell<T> {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            f.debug_struct("Cell").field("value", &self.get()).finish()
        }
    }
    impl<T: ?Sized> Debug for crate::cell::UnsafeCell<T> {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            f.debug_struct("UnsafeCell").finish_non_exhaustive()
        }
    }
    // What stands for the value of a RefCell that is mutably borrowed.
    struct Borrowed;
    impl Debug for Borrowed {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            f.write_str("<borrowed>")
        }
    }
    impl Debug for crate::cell::BorrowError {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            f.write_str("BorrowError")
        }
    }
    impl Debug for crate::cell::BorrowMutError {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            f.write_str("BorrowMutError")
        }
    }
    impl<T: Debug + ?Sized> Debug for crate::cell::RefCell<T> {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            let mut d = f.debug_struct("RefCell");
            match self.try_borrow() {
                Ok(borrow) => d.field("value", &borrow),
                Err(_) => d.field("value", &Borrowed),
            };
            d.finish()
        }
    }
    impl<'b, T: Debug + ?Sized> Debug for crate::cell::Ref<'b, T> {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            <T as Debug>::fmt(&**self, f)
        }
    }
    impl<'b, T: Debug + ?Sized> Debug for crate::cell::RefMut<'b, T> {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            <T as Debug>::fmt(&**self, f)
        }
    }
    impl<'b, T: Display + ?Sized> Display for crate::cell::Ref<'b, T> {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            <T as Display>::fmt(&**self, f)
        }
    }
    impl<'b, T: Display + ?Sized> Display for crate::cell::RefMut<'b, T> {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            <T as Display>::fmt(&**self, f)
        }
    }
    impl Debug for crate::cell::BorrowError {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            f.write_str("BorrowError")
        }
    }
    impl Debug for crate::cell::BorrowMutError {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            f.write_str("BorrowMutError")
        }
    }
    impl<T> Debug for crate::ptr::NonNull<T> {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            <*mut T as Pointer>::fmt(&self.as_ptr(), f)
        }
    }
    impl<T> Pointer for crate::ptr::NonNull<T> {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            <*mut T as Pointer>::fmt(&self.as_ptr(), f)
        }
    }
    impl<T: Debug> Debug for crate::mem::ManuallyDrop<T> {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            f.debug_struct("ManuallyDrop").field("value", &MaybeDangling(&**self)).finish()
        }
    }
    // The type of its field, since 1.95.
    struct MaybeDangling<'a, T>(&'a T);
    impl<'a, T: Debug> Debug for MaybeDangling<'a, T> {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            f.debug_tuple("MaybeDangling").field(self.0).finish()
        }
    }
    impl<T: Debug> Debug for crate::num::NonZero<T> {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            self.value.fmt(f)
        }
    }
    impl<T: Display> Display for crate::num::NonZero<T> {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            self.value.fmt(f)
        }
    }
    impl<T: Debug> Debug for crate::num::Wrapping<T> {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            self.0.fmt(f)
        }
    }
    impl<T: Display> Display for crate::num::Wrapping<T> {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            self.0.fmt(f)
        }
    }
    impl<T: Debug> Debug for crate::ops::Range<T> {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            self.start.fmt(f)?;
            f.write_str("..")?;
            self.end.fmt(f)
        }
    }
    impl<T: Debug> Debug for crate::ops::RangeInclusive<T> {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            self.start.fmt(f)?;
            f.write_str("..=")?;
            self.end.fmt(f)?;
            if self.exhausted {
                f.write_str(" (exhausted)")?;
            }
            Ok(())
        }
    }
    impl<T: Debug> Debug for crate::ops::RangeFrom<T> {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            self.start.fmt(f)?;
            f.write_str("..")
        }
    }
    impl<T: Debug> Debug for crate::ops::RangeTo<T> {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            f.write_str("..")?;
            self.end.fmt(f)
        }
    }
    impl<T: Debug> Debug for crate::ops::RangeToInclusive<T> {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            f.write_str("..=")?;
            self.end.fmt(f)
        }
    }
    impl Debug for crate::ops::RangeFull {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            f.write_str("..")
        }
    }
}
