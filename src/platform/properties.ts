/** Script properties: secrets, flags and small queues that must outlive an execution. Every editor of the script can read them. */

/** All of them in one contact. */
export function readProperties(): Record<string, string> {
  return PropertiesService.getScriptProperties().getProperties();
}

/** One of them; `''` if it is not set. */
export function readProperty(key: string): string {
  return PropertiesService.getScriptProperties().getProperty(key) ?? '';
}

/** Sets some of them in one contact, leaving the others. */
export function writeProperties(values: Readonly<Record<string, string>>): void {
  PropertiesService.getScriptProperties().setProperties({ ...values }, false);
}

/** Removes one. */
export function deleteProperty(key: string): void {
  PropertiesService.getScriptProperties().deleteProperty(key);
}
