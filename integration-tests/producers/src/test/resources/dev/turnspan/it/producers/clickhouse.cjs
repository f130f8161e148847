// One statement or several per line, as a JSON string; their answer is a line, too.
const { Session } = require('chdb');

const session = new Session(process.argv[2]);
const lines = require('readline').createInterface({ input: process.stdin });
lines.on('line', (line) => {
  console.log(JSON.stringify(session.query(JSON.parse(line), 'JSONEachRow')));
});
lines.on('close', () => session.close());
