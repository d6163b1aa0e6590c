package dev.davit.onedrive.internal.http;

/** Sentences that are said in more than one place. */
final class Words {
  static final String SLOW_DOWN = "Microsoft asks to slow down. Try again later.";
  static final String NOT_THIS_USER = "Microsoft does not let this user do that there.";
  static final String FULL = "The OneDrive is full.";
  static final String TOO_MANY = "There are as many files and folders as Microsoft allows.";
  static final String TOO_LARGE = "Microsoft takes no file of this size.";
  static final String MALWARE = "Microsoft holds this file to be malware and does not give it out.";
  static final String IN_THE_WAY = "Something there stands in the way.";
  static final String CHANGED = "The file has changed meanwhile.";
  static final String NOT_THERE = "There is no such file or folder.";
  static final String NO_RANGE = "No byte of the file lies in this range.";
  static final String LOCKED = "The file or folder is locked at Microsoft. Try again later.";
  static final String NOT_NOW = "Microsoft can't do that for now. Try again later.";
  static final String NOT_DONE = "Microsoft can't do that in this OneDrive.";
  static final String PATH = "Microsoft allows no path as long or as deep as that.";

  private Words() {}
}
