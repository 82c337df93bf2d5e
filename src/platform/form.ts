/** The Google Form 連絡先記入フォーム: read only, as the owner. */

/** One answered form, as far as this project needs it. */
export interface FormResponse {
  id: string;
  /** Epoch ms. */
  receivedAt: number;
  /** Item id → answer as text (a date item gives YYYY-MM-DD). */
  answers: Record<string, string>;
}

export interface FormQuestion {
  id: string;
  title: string;
  type: string;
}

type Form = GoogleAppsScript.Forms.Form;

/** Opens the form by its edit URL; throws what the platform throws for another URL or without rights. */
export function openForm(editUrl: string): Form {
  return FormApp.openByUrl(editUrl);
}

/** Opens the form by the id 初期設定 found. */
export function openFormById(id: string): Form {
  return FormApp.openById(id);
}

/** Questions of the form, in order. */
export function questionsOf(form: Form): FormQuestion[] {
  return form.getItems().map((item) => ({
    id: String(item.getId()),
    title: item.getTitle(),
    type: String(item.getType()),
  }));
}

/** Responses submitted after an instant, oldest first. */
export function responsesSince(form: Form, since: number): FormResponse[] {
  return form.getResponses(new Date(since)).map(toResponse);
}

function toResponse(response: GoogleAppsScript.Forms.FormResponse): FormResponse {
  const answers: Record<string, string> = {};
  for (const item of response.getItemResponses()) {
    const answer = item.getResponse();
    answers[String(item.getItem().getId())] = Array.isArray(answer) ? answer.join('、') : answer;
  }
  return { id: response.getId(), receivedAt: response.getTimestamp().getTime(), answers };
}

/** The response a submit trigger's event carries; undefined for the empty event Google sometimes sends. */
export function responseOfEvent(event: unknown): FormResponse | undefined {
  const { response } = (event ?? {}) as { response?: GoogleAppsScript.Forms.FormResponse };
  return response ? toResponse(response) : undefined;
}

/** Whether those who answer may see the answers of others as a summary. */
export function showsSummary(form: Form): boolean {
  return form.isPublishingSummary();
}

/** Addresses of those who may edit the form and so see every answer. */
export function formEditors(form: Form): string[] {
  return form.getEditors().map((user) => user.getEmail());
}
