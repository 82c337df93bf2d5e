/** The global functions Apps Script may call: names only, no logic. Must equal build/surface.json. */
import { answerMypage } from './mypage/api';
import { doGet } from './mypage/do-get';
import { answerOffice } from './office/api';
import { onOpen, openImport, openOffice, openProduction, openSetup } from './office/menu';
import { runEveryFiveMinutes, runEveryMinute } from './triggers/clock';
import { onSheetEdited } from './triggers/edit';
import { onFormSubmitted } from './triggers/form';

declare const global: Record<string, unknown>;

global.doGet = doGet;
global.mypage = answerMypage;
global.office = answerOffice;
global.onOpen = onOpen;
global.openOffice = openOffice;
global.openImport = openImport;
global.runSetup = openSetup;
global.openProduction = openProduction;
global.onFormSubmitted = onFormSubmitted;
global.onSheetEdited = onSheetEdited;
global.runEveryMinute = runEveryMinute;
global.runEveryFiveMinutes = runEveryFiveMinutes;
