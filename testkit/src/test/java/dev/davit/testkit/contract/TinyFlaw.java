package dev.davit.testkit.contract;

/** What a {@link TinyStorage} gets wrong, and which rules must find it. */
enum TinyFlaw {
  NEVER_ASKS_FOR_A_NEWER_CREDENTIAL(RefusedCredentialRules.class),
  SENDS_THE_REFUSED_CREDENTIAL_AGAIN(RefusedCredentialRules.class),
  ASKS_FOR_NEWER_CREDENTIALS_FOR_EVER(RefusedCredentialRules.class),
  REJECTS_A_CREDENTIAL_TWICE(RefusedCredentialRules.class),
  TAKES_DENIED_FOR_MISSING(AnswerFaultRules.class),
  FORGETS_WHEN_TO_COME_AGAIN(AnswerFaultRules.class),
  COMES_AGAIN_AT_ONCE(AnswerFaultRules.class),
  TAKES_A_PAGE_FOR_AN_EMPTY_ANSWER(AnswerFaultRules.class),
  TELLS_WHAT_THE_SERVER_SAID(AnswerFaultRules.class),
  TELLS_THE_CREDENTIAL_TO_THE_LOG(AnswerFaultRules.class),
  REMOVES_THE_OLD_FIRST(AnswerFaultRules.class),
  TAKES_SILENCE_FOR_NONSENSE(LineFaultRules.class),
  TAKES_A_PART_FOR_THE_WHOLE(LineFaultRules.class),
  REPEATS_WHAT_WAS_NOT_ANSWERED(LineFaultRules.class),
  WAITS_FOR_EVER(LineFaultRules.class);

  private final Class<?> section;

  TinyFlaw(Class<?> section) {
    this.section = section;
  }

  Class<?> section() {
    return section;
  }
}
