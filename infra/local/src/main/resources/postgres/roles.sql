-- The two roles and the database that Tidewatch expects of any PostgreSQL server.
-- Passwords are set separately; the time limits bound what a lost client can hold on to.
CREATE ROLE tidewatch_owner LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
CREATE ROLE tidewatch_app LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
ALTER ROLE tidewatch_app SET statement_timeout = '5s';
ALTER ROLE tidewatch_app SET idle_in_transaction_session_timeout = '10s';
ALTER ROLE tidewatch_app SET transaction_timeout = '15s';
CREATE DATABASE tidewatch OWNER tidewatch_owner;
REVOKE ALL ON DATABASE tidewatch FROM PUBLIC;
GRANT CONNECT ON DATABASE tidewatch TO tidewatch_app;
