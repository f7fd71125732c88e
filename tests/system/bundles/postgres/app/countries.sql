CREATE TABLE countries (name text PRIMARY KEY, capital text);
INSERT INTO countries VALUES ('Peru', 'Lima');
