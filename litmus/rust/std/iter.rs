// Iterators and their adaptors.

pub mod iter {
    #[lang = "iterator"]
    pub trait Iterator {
        type Item;
        fn next(&mut self) -> Option<Self::Item>;
        fn size_hint(&self) -> (usize, Option<usize>) {
            (0, None)
        }
        fn count(self) -> usize
        where
            Self: Sized,
        {
            let mut it = self;
            let mut n = 0;
            while let Some(_) = it.next() {
                n += 1;
            }
            n
        }
        fn last(self) -> Option<Self::Item>
        where
            Self: Sized,
        {
            let mut it = self;
            let mut last = None;
            while let Some(x) = it.next() {
                last = Some(x);
            }
            last
        }
        fn nth(&mut self, n: usize) -> Option<Self::Item> {
            let mut left = n;
            while left > 0 {
                if self.next().is_none() {
                    return None;
                }
                left -= 1;
            }
            self.next()
        }
        fn by_ref(&mut self) -> &mut Self
        where
            Self: Sized,
        {
            self
        }
        fn step_by(self, step: usize) -> StepBy<Self>
        where
            Self: Sized,
        {
            assert!(step != 0);
            StepBy { iter: self, step: step - 1, first: true }
        }
        fn chain<U>(self, other: U) -> Chain<Self, U::IntoIter>
        where
            Self: Sized,
            U: IntoIterator<Item = Self::Item>,
        {
            Chain { a: Some(self), b: Some(other.into_iter()) }
        }
        fn zip<U>(self, other: U) -> Zip<Self, U::IntoIter>
        where
            Self: Sized,
            U: IntoIterator,
        {
            Zip { a: self, b: other.into_iter() }
        }
        fn enumerate(self) -> Enumerate<Self>
        where
            Self: Sized,
        {
            Enumerate { iter: self, count: 0 }
        }
        fn skip(self, n: usize) -> Skip<Self>
        where
            Self: Sized,
        {
            Skip { iter: self, n }
        }
        fn take(self, n: usize) -> Take<Self>
        where
            Self: Sized,
        {
            Take { iter: self, n }
        }
        fn fuse(self) -> Fuse<Self>
        where
            Self: Sized,
        {
            Fuse { iter: Some(self) }
        }
        fn rev(self) -> Rev<Self>
        where
            Self: Sized + DoubleEndedIterator,
        {
            Rev { iter: self }
        }
        fn cloned<'a, T: 'a + Clone>(self) -> Cloned<Self>
        where
            Self: Sized + Iterator<Item = &'a T>,
        {
            Cloned { iter: self }
        }
        fn copied<'a, T: 'a + Copy>(self) -> Copied<Self>
        where
            Self: Sized + Iterator<Item = &'a T>,
        {
            Copied { iter: self }
        }
        fn sum<S: Sum<Self::Item>>(self) -> S
        where
            Self: Sized,
        {
            S::sum(self)
        }
        fn product<P: Product<Self::Item>>(self) -> P
        where
            Self: Sized,
        {
            P::product(self)
        }
        fn max(self) -> Option<Self::Item>
        where
            Self: Sized,
            Self::Item: Ord,
        {
            let mut it = self;
            let mut best = match it.next() {
                Some(x) => x,
                None => return None,
            };
            while let Some(x) = it.next() {
                if x >= best {
                    best = x;
                }
            }
            Some(best)
        }
        fn min(self) -> Option<Self::Item>
        where
            Self: Sized,
            Self::Item: Ord,
        {
            let mut it = self;
            let mut best = match it.next() {
                Some(x) => x,
                None => return None,
            };
            while let Some(x) = it.next() {
                if x < best {
                    best = x;
                }
            }
            Some(best)
        }
        fn eq<J>(self, other: J) -> bool
        where
            J: IntoIterator,
            Self::Item: PartialEq<J::Item>,
            Self: Sized,
        {
            let mut a = self;
            let mut b = other.into_iter();
            loop {
                match a.next() {
                    None => return b.next().is_none(),
                    Some(x) => match b.next() {
                        None => return false,
                        Some(y) => {
                            if x != y {
                                return false;
                            }
                        }
                    },
                }
            }
        }
        fn for_each<F>(self, f: F)
        where
            Self: Sized,
            F: FnMut(Self::Item),
        {
            let mut it = self;
            let mut f = f;
            while let Some(x) = it.next() {
                f(x);
            }
        }
        fn fold<B, F>(self, init: B, f: F) -> B
        where
            Self: Sized,
            F: FnMut(B, Self::Item) -> B,
        {
            let mut it = self;
            let mut f = f;
            let mut accum = init;
            while let Some(x) = it.next() {
                accum = f(accum, x);
            }
            accum
        }
        fn reduce<F>(self, f: F) -> Option<Self::Item>
        where
            Self: Sized,
            F: FnMut(Self::Item, Self::Item) -> Self::Item,
        {
            let mut it = self;
            match it.next() {
                Some(first) => Some(it.fold(first, f)),
                None => None,
            }
        }
        fn all<F>(&mut self, f: F) -> bool
        where
            Self: Sized,
            F: FnMut(Self::Item) -> bool,
        {
            let mut f = f;
            while let Some(x) = self.next() {
                if !f(x) {
                    return false;
                }
            }
            true
        }
        fn any<F>(&mut self, f: F) -> bool
        where
            Self: Sized,
            F: FnMut(Self::Item) -> bool,
        {
            let mut f = f;
            while let Some(x) = self.next() {
                if f(x) {
                    return true;
                }
            }
            false
        }
        fn find<P>(&mut self, predicate: P) -> Option<Self::Item>
        where
            Self: Sized,
            P: FnMut(&Self::Item) -> bool,
        {
            let mut predicate = predicate;
            while let Some(x) = self.next() {
                if predicate(&x) {
                    return Some(x);
                }
            }
            None
        }
        fn find_map<B, F>(&mut self, f: F) -> Option<B>
        where
            Self: Sized,
            F: FnMut(Self::Item) -> Option<B>,
        {
            let mut f = f;
            while let Some(x) = self.next() {
                if let Some(b) = f(x) {
                    return Some(b);
                }
            }
            None
        }
        fn position<P>(&mut self, predicate: P) -> Option<usize>
        where
            Self: Sized,
            P: FnMut(Self::Item) -> bool,
        {
            let mut predicate = predicate;
            let mut i = 0;
            while let Some(x) = self.next() {
                if predicate(x) {
                    return Some(i);
                }
                i += 1;
            }
            None
        }
        fn max_by_key<B, F>(self, f: F) -> Option<Self::Item>
        where
            Self: Sized,
            B: Ord,
            F: FnMut(&Self::Item) -> B,
        {
            let mut it = self;
            let mut f = f;
            let mut best = match it.next() {
                Some(x) => x,
                None => return None,
            };
            let mut key = f(&best);
            while let Some(x) = it.next() {
                let k = f(&x);
                if k >= key {
                    best = x;
                    key = k;
                }
            }
            Some(best)
        }
        fn min_by_key<B, F>(self, f: F) -> Option<Self::Item>
        where
            Self: Sized,
            B: Ord,
            F: FnMut(&Self::Item) -> B,
        {
            let mut it = self;
            let mut f = f;
            let mut best = match it.next() {
                Some(x) => x,
                None => return None,
            };
            let mut key = f(&best);
            while let Some(x) = it.next() {
                let k = f(&x);
                if k < key {
                    best = x;
                    key = k;
                }
            }
            Some(best)
        }
        fn collect<B>(self) -> B
        where
            Self: Sized,
            B: FromIterator<Self::Item>,
        {
            B::from_iter(self)
        }
        fn map<B, F>(self, f: F) -> Map<Self, F>
        where
            Self: Sized,
            F: FnMut(Self::Item) -> B,
        {
            Map { iter: self, f }
        }
        fn filter<P>(self, predicate: P) -> Filter<Self, P>
        where
            Self: Sized,
            P: FnMut(&Self::Item) -> bool,
        {
            Filter { iter: self, predicate }
        }
        fn filter_map<B, F>(self, f: F) -> FilterMap<Self, F>
        where
            Self: Sized,
            F: FnMut(Self::Item) -> Option<B>,
        {
            FilterMap { iter: self, f }
        }
        fn flat_map<U, F>(self, f: F) -> Flatten<Map<Self, F>, U::IntoIter>
        where
            Self: Sized,
            U: IntoIterator,
            F: FnMut(Self::Item) -> U,
        {
            Flatten { iter: self.map(f), front: None }
        }
        fn take_while<P>(self, predicate: P) -> TakeWhile<Self, P>
        where
            Self: Sized,
            P: FnMut(&Self::Item) -> bool,
        {
            TakeWhile { iter: self, done: false, predicate }
        }
        fn skip_while<P>(self, predicate: P) -> SkipWhile<Self, P>
        where
            Self: Sized,
            P: FnMut(&Self::Item) -> bool,
        {
            SkipWhile { iter: self, started: false, predicate }
        }
        fn peekable(self) -> Peekable<Self>
        where
            Self: Sized,
        {
            Peekable { iter: self, peeked: None }
        }
        fn inspect<F>(self, f: F) -> Inspect<Self, F>
        where
            Self: Sized,
            F: FnMut(&Self::Item),
        {
            Inspect { iter: self, f }
        }
        fn cycle(self) -> Cycle<Self>
        where
            Self: Sized + Clone,
        {
            Cycle { orig: self.clone(), iter: self }
        }
    }
    impl<I: Iterator + ?Sized> Iterator for &mut I {
        type Item = I::Item;
        fn next(&mut self) -> Option<I::Item> {
            (**self).next()
        }
    }

    #[lang = "into_iterator"]
    pub trait IntoIterator {
        type Item;
        type IntoIter: Iterator<Item = Self::Item>;
        fn into_iter(self) -> Self::IntoIter;
    }
    impl<I: Iterator> IntoIterator for I {
        type Item = I::Item;
        type IntoIter = I;
        fn into_iter(self) -> I {
            self
        }
    }

    pub trait DoubleEndedIterator: Iterator {
        fn next_back(&mut self) -> Option<Self::Item>;
    }
    impl<I: DoubleEndedIterator + ?Sized> DoubleEndedIterator for &mut I {
        fn next_back(&mut self) -> Option<I::Item> {
            (**self).next_back()
        }
    }
    pub trait ExactSizeIterator: Iterator {
        fn len(&self) -> usize {
            let (lower, upper) = self.size_hint();
            assert_eq!(upper, Some(lower));
            lower
        }
    }

    pub trait Sum<A = Self>: Sized {
        fn sum<I: Iterator<Item = A>>(iter: I) -> Self;
    }
    pub trait Product<A = Self>: Sized {
        fn product<I: Iterator<Item = A>>(iter: I) -> Self;
    }
    #[lang = "int"]
    impl<N> Sum for N {
        fn sum<I: Iterator<Item = N>>(iter: I) -> N {
            let mut it = iter;
            let mut sum: N = 0;
            while let Some(x) = it.next() {
                sum = sum + x;
            }
            sum
        }
    }
    #[lang = "int"]
    impl<N> Sum<&N> for N {
        fn sum<I: Iterator<Item = &N>>(iter: I) -> N {
            let mut it = iter;
            let mut sum: N = 0;
            while let Some(x) = it.next() {
                sum = sum + *x;
            }
            sum
        }
    }
    #[lang = "int"]
    impl<N> Product for N {
        fn product<I: Iterator<Item = N>>(iter: I) -> N {
            let mut it = iter;
            let mut product: N = 1;
            while let Some(x) = it.next() {
                product = product * x;
            }
            product
        }
    }
    #[lang = "int"]
    impl<N> Product<&N> for N {
        fn product<I: Iterator<Item = &N>>(iter: I) -> N {
            let mut it = iter;
            let mut product: N = 1;
            while let Some(x) = it.next() {
                product = product * *x;
            }
            product
        }
    }

    impl<I: ExactSizeIterator> ExactSizeIterator for Enumerate<I> {}
    impl<I: ExactSizeIterator + DoubleEndedIterator> ExactSizeIterator for Rev<I> {}
    impl<'a, T: 'a + Clone, I: ExactSizeIterator<Item = &'a T>> ExactSizeIterator for Cloned<I> {}
    impl<'a, T: 'a + Copy, I: ExactSizeIterator<Item = &'a T>> ExactSizeIterator for Copied<I> {}
    impl<B, I: ExactSizeIterator, F: FnMut(I::Item) -> B> ExactSizeIterator for Map<I, F> {}

    #[derive(Clone, Debug)]
    pub struct StepBy<I> {
        iter: I,
        step: usize,
        first: bool,
    }
    impl<I: Iterator> Iterator for StepBy<I> {
        type Item = I::Item;
        fn next(&mut self) -> Option<I::Item> {
            if self.first {
                self.first = false;
                self.iter.next()
            } else {
                self.iter.nth(self.step)
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct Chain<A, B> {
        a: Option<A>,
        b: Option<B>,
    }
    impl<A: Iterator, B: Iterator<Item = A::Item>> Iterator for Chain<A, B> {
        type Item = A::Item;
        fn next(&mut self) -> Option<A::Item> {
            if let Some(a) = &mut self.a {
                match a.next() {
                    None => self.a = None,
                    item => return item,
                }
            }
            match &mut self.b {
                Some(b) => b.next(),
                None => None,
            }
        }
    }
    impl<A: DoubleEndedIterator, B: DoubleEndedIterator<Item = A::Item>> DoubleEndedIterator for Chain<A, B> {
        fn next_back(&mut self) -> Option<A::Item> {
            if let Some(b) = &mut self.b {
                match b.next_back() {
                    None => self.b = None,
                    item => return item,
                }
            }
            match &mut self.a {
                Some(a) => a.next_back(),
                None => None,
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct Zip<A, B> {
        a: A,
        b: B,
    }
    impl<A: Iterator, B: Iterator> Iterator for Zip<A, B> {
        type Item = (A::Item, B::Item);
        fn next(&mut self) -> Option<(A::Item, B::Item)> {
            match self.a.next() {
                None => None,
                Some(x) => match self.b.next() {
                    None => None,
                    Some(y) => Some((x, y)),
                },
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct Enumerate<I> {
        iter: I,
        count: usize,
    }
    impl<I: Iterator> Iterator for Enumerate<I> {
        type Item = (usize, I::Item);
        fn next(&mut self) -> Option<(usize, I::Item)> {
            match self.iter.next() {
                None => None,
                Some(x) => {
                    let i = self.count;
                    self.count += 1;
                    Some((i, x))
                }
            }
        }
        fn size_hint(&self) -> (usize, Option<usize>) {
            self.iter.size_hint()
        }
    }
    impl<I: ExactSizeIterator + DoubleEndedIterator> DoubleEndedIterator for Enumerate<I> {
        fn next_back(&mut self) -> Option<(usize, I::Item)> {
            match self.iter.next_back() {
                Some(x) => {
                    let len = self.iter.len();
                    Some((self.count + len, x))
                }
                None => None,
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct Skip<I> {
        iter: I,
        n: usize,
    }
    impl<I: Iterator> Iterator for Skip<I> {
        type Item = I::Item;
        fn next(&mut self) -> Option<I::Item> {
            if self.n > 0 {
                self.iter.nth(crate::mem::replace(&mut self.n, 0))
            } else {
                self.iter.next()
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct Take<I> {
        iter: I,
        n: usize,
    }
    impl<I: Iterator> Iterator for Take<I> {
        type Item = I::Item;
        fn next(&mut self) -> Option<I::Item> {
            if self.n == 0 {
                return None;
            }
            self.n -= 1;
            self.iter.next()
        }
    }
    #[derive(Clone, Debug)]
    pub struct Fuse<I> {
        iter: Option<I>,
    }
    impl<I: Iterator> Iterator for Fuse<I> {
        type Item = I::Item;
        fn next(&mut self) -> Option<I::Item> {
            match &mut self.iter {
                None => None,
                Some(it) => match it.next() {
                    None => {
                        self.iter = None;
                        None
                    }
                    item => item,
                },
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct Rev<I> {
        iter: I,
    }
    impl<I: DoubleEndedIterator> Iterator for Rev<I> {
        type Item = I::Item;
        fn next(&mut self) -> Option<I::Item> {
            self.iter.next_back()
        }
        fn size_hint(&self) -> (usize, Option<usize>) {
            self.iter.size_hint()
        }
    }
    impl<I: DoubleEndedIterator> DoubleEndedIterator for Rev<I> {
        fn next_back(&mut self) -> Option<I::Item> {
            self.iter.next()
        }
    }
    #[derive(Clone, Debug)]
    pub struct Cloned<I> {
        iter: I,
    }
    impl<'a, T: 'a + Clone, I: Iterator<Item = &'a T>> Iterator for Cloned<I> {
        type Item = T;
        fn next(&mut self) -> Option<T> {
            match self.iter.next() {
                Some(x) => Some(x.clone()),
                None => None,
            }
        }
        fn size_hint(&self) -> (usize, Option<usize>) {
            self.iter.size_hint()
        }
    }
    impl<'a, T: 'a + Clone, I: DoubleEndedIterator<Item = &'a T>> DoubleEndedIterator for Cloned<I> {
        fn next_back(&mut self) -> Option<T> {
            match self.iter.next_back() {
                Some(x) => Some(x.clone()),
                None => None,
            }
        }
    }
    #[derive(Clone, Debug)]
    pub struct Copied<I> {
        iter: I,
    }
    impl<'a, T: 'a + Copy, I: Iterator<Item = &'a T>> Iterator for Copied<I> {
        type Item = T;
        fn next(&mut self) -> Option<T> {
            match self.iter.next() {
                Some(x) => Some(*x),
                None => None,
            }
        }
        fn size_hint(&self) -> (usize, Option<usize>) {
            self.iter.size_hint()
        }
    }
    impl<'a, T: 'a + Copy, I: DoubleEndedIterator<Item = &'a T>> DoubleEndedIterator for Copied<I> {
        fn next_back(&mut self) -> Option<T> {
            match self.iter.next_back() {
                Some(x) => Some(*x),
                None => None,
            }
        }
    }

    pub struct Empty<T> {
        marker: crate::marker::PhantomData<T>,
    }
    pub fn empty<T>() -> Empty<T> {
        Empty { marker: crate::marker::PhantomData }
    }
    impl<T> Iterator for Empty<T> {
        type Item = T;
        fn next(&mut self) -> Option<T> {
            None
        }
    }
    #[derive(Clone, Debug)]
    pub struct Once<T> {
        value: Option<T>,
    }
    pub fn once<T>(value: T) -> Once<T> {
        Once { value: Some(value) }
    }
    impl<T> Iterator for Once<T> {
        type Item = T;
        fn next(&mut self) -> Option<T> {
            self.value.take()
        }
    }
    #[derive(Clone, Debug)]
    pub struct Repeat<T> {
        value: T,
    }
    pub fn repeat<T: Clone>(value: T) -> Repeat<T> {
        Repeat { value }
    }
    impl<T: Clone> Iterator for Repeat<T> {
        type Item = T;
        fn next(&mut self) -> Option<T> {
            Some(self.value.clone())
        }
    }

    // ranges of integers
    #[lang = "int"]
    impl<I> Iterator for crate::ops::Range<I> {
        type Item = I;
        fn next(&mut self) -> Option<I> {
            if self.start < self.end {
                let n = self.start;
                self.start = intrinsics::unchecked_add::<I>(n, 1);
                Some(n)
            } else {
                None
            }
        }
        fn size_hint(&self) -> (usize, Option<usize>) {
            let n = if self.start < self.end {
                intrinsics::wrapping_sub::<I>(self.end, self.start) as usize
            } else {
                0
            };
            (n, Some(n))
        }
    }
    #[lang = "int"]
    impl<I> DoubleEndedIterator for crate::ops::Range<I> {
        fn next_back(&mut self) -> Option<I> {
            if self.start < self.end {
                self.end = intrinsics::unchecked_sub::<I>(self.end, 1);
                Some(self.end)
            } else {
                None
            }
        }
    }
    #[lang = "int"]
    impl<I> ExactSizeIterator for crate::ops::Range<I> {}
    #[lang = "int"]
    impl<I> Iterator for crate::ops::RangeFrom<I> {
        type Item = I;
        fn next(&mut self) -> Option<I> {
            let n = self.start;
            self.start = n + 1;
            Some(n)
        }
    }
    #[lang = "int"]
    impl<I> Iterator for crate::ops::RangeInclusive<I> {
        type Item = I;
        fn next(&mut self) -> Option<I> {
            if self.exhausted || self.start > self.end {
                return None;
            }
            let n = self.start;
            if n < self.end {
                self.start = intrinsics::unchecked_add::<I>(n, 1);
            } else {
                self.exhausted = true;
            }
            Some(n)
        }
    }
    #[lang = "int"]
    impl<I> DoubleEndedIterator for crate::ops::RangeInclusive<I> {
        fn next_back(&mut self) -> Option<I> {
            if self.exhausted || self.start > self.end {
                return None;
            }
            let n = self.end;
            if self.start < n {
                self.end = intrinsics::unchecked_sub::<I>(n, 1);
            } else {
                self.exhausted = true;
            }
            Some(n)
        }
    }

    pub trait FromIterator<A>: Sized {
        fn from_iter<T: IntoIterator<Item = A>>(iter: T) -> Self;
    }
    pub trait Extend<A> {
        fn extend<T: IntoIterator<Item = A>>(&mut self, iter: T);
    }

    pub struct Map<I, F> {
        iter: I,
        f: F,
    }
    impl<B, I: Iterator, F: FnMut(I::Item) -> B> Iterator for Map<I, F> {
        type Item = B;
        fn next(&mut self) -> Option<B> {
            match self.iter.next() {
                Some(x) => Some((self.f)(x)),
                None => None,
            }
        }
        fn size_hint(&self) -> (usize, Option<usize>) {
            self.iter.size_hint()
        }
    }
    impl<B, I: DoubleEndedIterator, F: FnMut(I::Item) -> B> DoubleEndedIterator for Map<I, F> {
        fn next_back(&mut self) -> Option<B> {
            match self.iter.next_back() {
                Some(x) => Some((self.f)(x)),
                None => None,
            }
        }
    }

    pub struct Filter<I, P> {
        iter: I,
        predicate: P,
    }
    impl<I: Iterator, P: FnMut(&I::Item) -> bool> Iterator for Filter<I, P> {
        type Item = I::Item;
        fn next(&mut self) -> Option<I::Item> {
            while let Some(x) = self.iter.next() {
                if (self.predicate)(&x) {
                    return Some(x);
                }
            }
            None
        }
    }
    impl<I: DoubleEndedIterator, P: FnMut(&I::Item) -> bool> DoubleEndedIterator for Filter<I, P> {
        fn next_back(&mut self) -> Option<I::Item> {
            while let Some(x) = self.iter.next_back() {
                if (self.predicate)(&x) {
                    return Some(x);
                }
            }
            None
        }
    }

    pub struct FilterMap<I, F> {
        iter: I,
        f: F,
    }
    impl<B, I: Iterator, F: FnMut(I::Item) -> Option<B>> Iterator for FilterMap<I, F> {
        type Item = B;
        fn next(&mut self) -> Option<B> {
            while let Some(x) = self.iter.next() {
                if let Some(y) = (self.f)(x) {
                    return Some(y);
                }
            }
            None
        }
    }

    pub struct TakeWhile<I, P> {
        iter: I,
        done: bool,
        predicate: P,
    }
    impl<I: Iterator, P: FnMut(&I::Item) -> bool> Iterator for TakeWhile<I, P> {
        type Item = I::Item;
        fn next(&mut self) -> Option<I::Item> {
            if self.done {
                return None;
            }
            match self.iter.next() {
                Some(x) => {
                    if (self.predicate)(&x) {
                        Some(x)
                    } else {
                        self.done = true;
                        None
                    }
                }
                None => None,
            }
        }
    }

    pub struct SkipWhile<I, P> {
        iter: I,
        started: bool,
        predicate: P,
    }
    impl<I: Iterator, P: FnMut(&I::Item) -> bool> Iterator for SkipWhile<I, P> {
        type Item = I::Item;
        fn next(&mut self) -> Option<I::Item> {
            while let Some(x) = self.iter.next() {
                if self.started || !(self.predicate)(&x) {
                    self.started = true;
                    return Some(x);
                }
            }
            None
        }
    }

    pub struct Peekable<I: Iterator> {
        iter: I,
        peeked: Option<Option<I::Item>>,
    }
    impl<I: Iterator> Peekable<I> {
        pub fn peek(&mut self) -> Option<&I::Item> {
            if self.peeked.is_none() {
                self.peeked = Some(self.iter.next());
            }
            self.peeked.as_ref().unwrap().as_ref()
        }
        pub fn peek_mut(&mut self) -> Option<&mut I::Item> {
            if self.peeked.is_none() {
                self.peeked = Some(self.iter.next());
            }
            self.peeked.as_mut().unwrap().as_mut()
        }
    }
    impl<I: Iterator> Iterator for Peekable<I> {
        type Item = I::Item;
        fn next(&mut self) -> Option<I::Item> {
            match self.peeked.take() {
                Some(v) => v,
                None => self.iter.next(),
            }
        }
    }

    pub struct Inspect<I, F> {
        iter: I,
        f: F,
    }
    impl<I: Iterator, F: FnMut(&I::Item)> Iterator for Inspect<I, F> {
        type Item = I::Item;
        fn next(&mut self) -> Option<I::Item> {
            let next = self.iter.next();
            if let Some(x) = &next {
                (self.f)(x);
            }
            next
        }
    }

    pub struct Cycle<I> {
        orig: I,
        iter: I,
    }
    impl<I: Iterator + Clone> Iterator for Cycle<I> {
        type Item = I::Item;
        fn next(&mut self) -> Option<I::Item> {
            match self.iter.next() {
                None => {
                    self.iter = self.orig.clone();
                    self.iter.next()
                }
                y => y,
            }
        }
    }

    pub struct Flatten<I, U> {
        iter: I,
        front: Option<U>,
    }
    impl<I: Iterator, U: Iterator> Iterator for Flatten<I, U> {
        type Item = U::Item;
        fn next(&mut self) -> Option<U::Item> {
            loop {
                if let Some(inner) = &mut self.front {
                    match inner.next() {
                        Some(x) => return Some(x),
                        None => {}
                    }
                    self.front = None;
                }
                match self.iter.next() {
                    Some(next) => self.front = Some(next.into_iter()),
                    None => return None,
                }
            }
        }
    }

    pub struct FromFn<F> {
        f: F,
    }
    pub fn from_fn<T, F: FnMut() -> Option<T>>(f: F) -> FromFn<F> {
        FromFn { f }
    }
    impl<T, F: FnMut() -> Option<T>> Iterator for FromFn<F> {
        type Item = T;
        fn next(&mut self) -> Option<T> {
            (self.f)()
        }
    }
    pub struct Successors<T, F> {
        next: Option<T>,
        succ: F,
    }
    pub fn successors<T, F: FnMut(&T) -> Option<T>>(first: Option<T>, succ: F) -> Successors<T, F> {
        Successors { next: first, succ }
    }
    impl<T, F: FnMut(&T) -> Option<T>> Iterator for Successors<T, F> {
        type Item = T;
        fn next(&mut self) -> Option<T> {
            match self.next.take() {
                Some(item) => {
                    self.next = (self.succ)(&item);
                    Some(item)
                }
                None => None,
            }
        }
    }

    // Option and Result as containers of at most one.
    pub struct OptionIter<T> {
        value: Option<T>,
    }
    impl<T> Iterator for OptionIter<T> {
        type Item = T;
        fn next(&mut self) -> Option<T> {
            self.value.take()
        }
    }
    impl<T> IntoIterator for Option<T> {
        type Item = T;
        type IntoIter = OptionIter<T>;
        fn into_iter(self) -> OptionIter<T> {
            OptionIter { value: self }
        }
    }
    impl<T, V: FromIterator<T>> FromIterator<Option<T>> for Option<V> {
        fn from_iter<I: IntoIterator<Item = Option<T>>>(iter: I) -> Option<V> {
            let mut missing = false;
            let mut it = iter.into_iter();
            let v = V::from_iter(from_fn(|| match it.next() {
                Some(Some(x)) => Some(x),
                Some(None) => {
                    missing = true;
                    None
                }
                None => None,
            }));
            if missing { None } else { Some(v) }
        }
    }
    impl<T, E, V: FromIterator<T>> FromIterator<Result<T, E>> for Result<V, E> {
        fn from_iter<I: IntoIterator<Item = Result<T, E>>>(iter: I) -> Result<V, E> {
            let mut error = None;
            let mut it = iter.into_iter();
            let v = V::from_iter(from_fn(|| match it.next() {
                Some(Ok(x)) => Some(x),
                Some(Err(e)) => {
                    error = Some(e);
                    None
                }
                None => None,
            }));
            match error {
                Some(e) => Err(e),
                None => Ok(v),
            }
        }
    }
}
