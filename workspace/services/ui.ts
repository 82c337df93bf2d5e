/** The Ui of SpreadsheetApp: menus, sidebar, dialogs, toasts of the person at the keyboard. */
import type { HtmlDescriptor } from '../engine/request';
import { PlatformError } from '../engine/platform-error';
import type { ExecutionView, Json, Service } from '../engine/service';
import { NotInWorkspace } from '../engine/service';
import type { Menu, UiState } from './ui-state';

const CONTAINER_UI = 'https://www.googleapis.com/auth/script.container.ui';

/** Whose screen an execution may draw on; throws Google's text where there is none. */
function screenUser(execution: ExecutionView): string {
  if (execution.kind === 'webapp' || execution.kind === 'trigger') {
    throw new PlatformError('noUi');
  }
  return execution.activeUser === '' ? execution.effectiveUser : execution.activeUser;
}

/** A simple trigger is not authorised for anything but menus. */
function requireAuthorised(execution: ExecutionView, method: string): void {
  if (execution.kind === 'simple') {
    throw new PlatformError('missingScope', method, CONTAINER_UI);
  }
}

/** The service behind Ui and toasts. */
export function createUiService(ui: UiState): Service {
  const shown = (
    execution: ExecutionView,
    method: string,
    html: Json | undefined,
    title: Json | undefined,
  ) => {
    requireAuthorised(execution, method);
    const descriptor = html as unknown as HtmlDescriptor;
    return { id: ui.nextId(), title: typeof title === 'string' ? title : descriptor.title, html: descriptor };
  };
  const scopes = [CONTAINER_UI];
  return {
    methods: {
      'SpreadsheetApp.getUi': {
        handle: (execution) => {
          screenUser(execution);
        },
      },
      'Ui.addToUi': {
        handle: (execution, menu) => {
          const screen = ui.of(screenUser(execution));
          const added = menu as unknown as Menu;
          screen.menus = [...screen.menus.filter((each) => each.label !== added.label), added];
        },
      },
      'Ui.showSidebar': {
        scopes,
        handle: (execution, html) => {
          ui.of(screenUser(execution)).sidebar = shown(execution, 'Ui.showSidebar', html, undefined);
        },
      },
      'Ui.showDialog': {
        scopes,
        handle: (execution, html, title, modal) => {
          const screen = ui.of(screenUser(execution));
          const method = modal === true ? 'Ui.showModalDialog' : 'Ui.showModelessDialog';
          const dialog = { ...shown(execution, method, html, title), modal: modal === true };
          // A second modal dialog takes the place of the first.
          const others = screen.dialogs.filter((each) => !(each.modal && dialog.modal));
          screen.dialogs = [...others, dialog];
        },
      },
      'Ui.alert': {
        handle: () => {
          throw new NotInWorkspace('Ui.alert');
        },
      },
      'Spreadsheet.toast': {
        handle: (execution, message, title, seconds) => {
          // Without a screen (web app, trigger) a toast is seen by nobody.
          if (execution.kind === 'webapp' || execution.kind === 'trigger') return;
          const screen = ui.of(screenUser(execution));
          screen.toasts = [
            ...screen.toasts,
            {
              id: ui.nextId(),
              message: message as string,
              title: (title as string | null) ?? '',
              seconds: (seconds as number | null) ?? 5,
            },
          ];
        },
      },
    },
  };
}
