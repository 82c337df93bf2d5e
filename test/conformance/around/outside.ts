/** What lies outside the script: loading, the published page, forms, triggers, mail and languages. */
import { FORMS } from './forms';
import { LOADING } from './loading';
import { MAIL } from './mail';
import { PAGE } from './page';
import type { AroundFact } from './table';
import { TEXTS } from './texts';
import { TRIGGERS } from './triggers';

export const OUTSIDE: AroundFact[] = [...LOADING, ...PAGE, ...FORMS, ...TRIGGERS, ...MAIL, ...TEXTS];
