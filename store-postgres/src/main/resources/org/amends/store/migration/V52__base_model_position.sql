-- How far the log had come when a base model was fitted; when relationships or events have grown by a quarter it is fitted anew.
alter table base_model add column position bigint not null default 0;
