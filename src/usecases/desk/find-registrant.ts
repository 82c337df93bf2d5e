/** Whose number it is: what is shown of a person before something is done in her name. */
import { readForDecision } from '../../sheets/read';
import { actionsFrom } from '../renewal/person-state';
import { written } from '../renewal/renewal-queue';
import { findPerson, findPlacesOf, wantedFor } from '../summary/people';
import { requireStaff } from './staff';

/** The person a typed number means, as 台帳 has her now; null for nobody. DomainError `NOT_STAFF`. */
export function findRegistrant({ number }: { number: string }) {
  requireStaff();
  const place = findPlacesOf([number]).get(number);
  const person = place && findPerson(readForDecision(wantedFor([place])), place);
  if (!person) return { person: null };
  const own = person.ledger.values;
  const days = [written(own.validFrom), written(own.validTo)];
  return {
    person: {
      ...{ number: own.number, name: own.name, kana: own.kana, company: own.company },
      birthDate: written(own.birthDate),
      state: own.state,
      period: days.some((day) => day !== '') ? days.join('から') + 'まで' : '',
      actions: actionsFrom(own.state),
    },
  };
}
