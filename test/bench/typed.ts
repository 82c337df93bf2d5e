/**
 * Contacts of the edit trigger for words typed into 状態; quality.md sets no bar for it. The decision is the one of the sidebar
 * (10), and reads the rows of 有効期間; around it the trigger keeps what was typed until it is decided (5 properties), looks under a
 * lock of its own who it is, and finds the row again.
 */
export const TYPED = 25;
