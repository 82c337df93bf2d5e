/** Facts of ScriptApp's triggers (facts/platform.md §5). Each check takes away what it has made. */
function conformanceTick() {}

fact(
  {
    id: 'triggers.minutes',
    fact: 'everyMinutes takes 1, 5, 10, 15 and 30 only.',
    source: 'reference/script/clock-trigger-builder',
    grade: 'D',
  },
  () =>
    throws_(
      () => ScriptApp.newTrigger('conformanceTick').timeBased().everyMinutes(3),
      'Exception',
      /must be one of 1, 5, 10, 15 or 30/,
    ),
);
fact(
  {
    id: 'triggers.made-and-deleted',
    fact: 'A trigger that was made is listed with its handler until it is deleted.',
    source: 'reference/script/script-app',
    grade: 'D',
    where: 'editor',
  },
  () => {
    var own = () =>
      ScriptApp.getProjectTriggers().filter((one) => one.getHandlerFunction() === 'conformanceTick');
    var trigger = ScriptApp.newTrigger('conformanceTick').timeBased().everyDays(1).atHour(3).create();
    try {
      equal_(own().length, 1);
      equal_(own()[0].getUniqueId(), trigger.getUniqueId());
      equal_(String(trigger.getEventType()), 'CLOCK');
      equal_(trigger.getTriggerSource() === ScriptApp.TriggerSource.CLOCK, true);
    } finally {
      own().forEach((one) => ScriptApp.deleteTrigger(one));
    }
    equal_(own().length, 0);
  },
);
fact(
  {
    id: 'triggers.needs-a-name',
    fact: 'newTrigger takes the name of a function, not the function.',
    source: 'reference/script/script-app',
    grade: 'D',
  },
  () =>
    throws_(
      () => ScriptApp.newTrigger(conformanceTick),
      'Exception',
      /don't match the method signature for ScriptApp\.newTrigger\./,
    ),
);
