# Tests of training/, whose programs are run by hand.
