/** Errors of the advanced Sheets service, before the service puts its prefix to them. */
import { ServiceError } from '../../engine/service';

/** A refusal of the Sheets API; the advanced service adds `API call to … failed with error: `. */
export class ApiError extends ServiceError {
  constructor(message: string) {
    super(message, 'GoogleJsonResponseException');
  }
}

export function apiError(message: string): ApiError {
  return new ApiError(message);
}
