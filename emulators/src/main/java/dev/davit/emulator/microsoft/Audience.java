package dev.davit.emulator.microsoft;

/** Whose accounts an application is registered for (supported-accounts-validation). */
public enum Audience {
  /** Those of its own tenant: {@code AzureADMyOrg}. */
  OWN_TENANT,
  /** Those of any tenant: {@code AzureADMultipleOrgs}. */
  ANY_TENANT,
  /** Those of any tenant, and personal ones: {@code AzureADandPersonalMicrosoftAccount}. */
  EVERYBODY,
  /** Personal ones: {@code PersonalMicrosoftAccount}. */
  PERSONAL
}
