import { defineContentScript } from '#imports';
import { watchForReport } from '../lib/page/watchForReport';
import { sendMessage } from '../lib/platform/messages';

export default defineContentScript({
  matches: ['*://*.gov.cn/*'],
  allFrames: true,
  noScriptStartedPostMessage: true,
  runAt: 'document_idle',
  main({ signal }) {
    watchForReport((candidate) => {
      sendMessage('mayBeReport', candidate).catch(() => {});
    }, signal);
  },
});
