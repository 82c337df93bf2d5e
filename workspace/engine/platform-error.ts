/** Failures with a text of the platform, put into the running user's language where they leave the host. */
import type { Lang } from './service';
import { ServiceError } from './service';
import { platformText } from './texts';
import type { TextName } from './texts';

/** A failure with one of the platform's texts; `message` is the English one. */
export class PlatformError extends ServiceError {
  readonly facts: readonly string[];

  constructor(
    readonly text: TextName,
    ...facts: readonly (string | number)[]
  ) {
    const texts = facts.map(String);
    super(platformText('en', text, ...texts));
    this.facts = texts;
  }
}

/** The message of a failure in this language, as far as the platform's text is known in it. */
export function messageIn(lang: Lang, error: ServiceError): string {
  return error instanceof PlatformError ? platformText(lang, error.text, ...error.facts) : error.message;
}
