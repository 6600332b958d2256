-- Whom no way of breaking stands out for has a low risk: by risk alone their list would be read past all others.
create index diagnosis_without_mode on diagnosis (over, leave_probability, relationship) where mode is null;
