/** Ends what hangs, and nothing else: how long a test or a hook takes is no matter of its own, also on a busy machine. */
jest.setTimeout(600_000);
