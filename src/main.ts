/** The global functions Apps Script may call: names only, no logic. Must equal build/surface.json. */
import { answerMypage } from './mypage/api';
import { doGet } from './mypage/do-get';
import { answerOffice } from './office/api';
import {
  onOpen,
  openCheck,
  openImport,
  openOffice,
  openPrint,
  openProduction,
  openReception,
  openSetup,
} from './office/menu';
import { onSheetChanged } from './triggers/change';
import { runDaily, runEveryFiveMinutes, runEveryMinute } from './triggers/clock';
import { onSheetEdited } from './triggers/edit';
import { onFormSubmitted } from './triggers/form';

declare const global: Record<string, unknown>;

global.doGet = doGet;
global.mypage = answerMypage;
global.office = answerOffice;
global.onOpen = onOpen;
global.openOffice = openOffice;
global.openImport = openImport;
global.openPrint = openPrint;
global.runSetup = openSetup;
global.openProduction = openProduction;
global.openCheck = openCheck;
global.openReception = openReception;
global.onFormSubmitted = onFormSubmitted;
global.onSheetEdited = onSheetEdited;
global.onSheetChanged = onSheetChanged;
global.runEveryMinute = runEveryMinute;
global.runEveryFiveMinutes = runEveryFiveMinutes;
global.runDaily = runDaily;
