-- Job descriptions: those who draft, review or approve see all; everyone sees what is in force for their own position
-- and for those they answer for; a reviewer sees what was sent to them.
do $$
declare
  ours text := 'company_id = (select app.company())';
  drafts text := 'company_id = (select app.company()) and (select app.may_all(''mandates.draft''))';
  approves text := 'company_id = (select app.company()) and ((select app.may_all(''mandates.draft'')) or (select app.may_all(''mandates.approve'')))';
  knows text := '((select app.may_all(''mandates.read'')) or (select app.may_all(''mandates.draft'')) or (select app.may_all(''mandates.approve'')))';
begin
  call app.policy('mandates.job_descriptions', 'read', ours || ' and (' || knows || ' or exists (select from organization.assignments a where a.position_id = job_descriptions.position_id and a.employee_id = any ((select app.reach())::uuid[])) or exists (select from mandates.versions v join mandates.reviews r on r.version_id = v.id where v.job_description_id = job_descriptions.id and r.reviewer_id = (select app.employee())))');
  call app.policy('mandates.job_descriptions', 'add', drafts);
  call app.policy('mandates.job_descriptions', 'change', drafts);
  call app.policy('mandates.versions', 'read', ours || ' and (' || knows || ' or (state in (''approved'', ''revoked'') and app.holds_position_of(job_description_id)) or app.reviews_version(id))');
  call app.policy('mandates.versions', 'add', drafts);
  call app.policy('mandates.versions', 'change', approves || ' or (' || ours || ' and app.reviews_version(id))');
  call app.policy('mandates.clauses', 'read', ours || ' and exists (select from mandates.versions v where v.id = version_id)');
  call app.policy('mandates.clauses', 'add', drafts);
  call app.policy('mandates.clauses', 'change', drafts);
  call app.policy('mandates.clauses', 'remove', drafts);
  call app.policy('mandates.bindings', 'read', ours || ' and exists (select from mandates.clauses c where c.id = clause_id)');
  call app.policy('mandates.bindings', 'add', drafts);
  call app.policy('mandates.bindings', 'change', drafts);
  call app.policy('mandates.bindings', 'remove', drafts);
  call app.policy('mandates.reviews', 'read', ours || ' and (' || knows || ' or reviewer_id = (select app.employee()) or app.reviews_version(version_id))');
  call app.policy('mandates.reviews', 'add', drafts);
  call app.policy('mandates.reviews', 'remove', drafts);
  call app.policy('mandates.reviews', 'change', ours || ' and (reviewer_id = (select app.employee()) or (select app.may_all(''mandates.draft'')))');
  call app.policy('mandates.remarks', 'read', ours || ' and (' || knows || ' or author_id = (select app.employee()) or app.reviews_version(version_id))');
  call app.policy('mandates.remarks', 'add', ours || ' and author_id = (select app.employee()) and app.reviews_version(version_id)');
  call app.policy('mandates.remarks', 'change', drafts);
  call app.policy('mandates.acknowledgements', 'read', ours || ' and (' || knows || ' or employee_id = any ((select app.reach())::uuid[]))');
  call app.policy('mandates.acknowledgements', 'add', approves);
  call app.policy('mandates.acknowledgements', 'change', ours || ' and (employee_id = (select app.employee()) or (select app.may_all(''mandates.draft'')))');
  call app.policy('mandates.requests', 'read', ours || ' and (asked_by = (select app.employee()) or asked_of = any ((select app.reach())::uuid[]) or asked_by = any ((select app.reach())::uuid[]) or keeper_id = any ((select app.reach())::uuid[]) or (select app.employee()) is null or app.was_asked(id))');
  call app.policy('mandates.requests', 'add', ours || ' and asked_by = (select app.employee())');
  -- The company itself passes on what is not answered.
  call app.policy('mandates.requests', 'change', ours || ' and (asked_by = (select app.employee()) or asked_of = any ((select app.reach())::uuid[]) or keeper_id = any ((select app.reach())::uuid[]) or (select app.employee()) is null or app.was_asked(id))');
  call app.policy('mandates.request_passings', 'read', ours || ' and exists (select from mandates.requests r where r.id = request_id)');
  call app.policy('mandates.request_passings', 'add', ours || ' and (select app.employee()) is null');
  call app.policy('mandates.request_messages', 'read', ours || ' and exists (select from mandates.requests r where r.id = request_id)');
  call app.policy('mandates.request_messages', 'add', ours || ' and author_id = (select app.employee()) and exists (select from mandates.requests r where r.id = request_id)');
  call app.policy('mandates.appraisals', 'read', ours || ' and (employee_id = any ((select app.reach())::uuid[]) or (select app.may_all(''mandates.read'')) or (select app.may_all(''mandates.appraise'')))');
  call app.policy('mandates.appraisals', 'add', ours || ' and (employee_id = any ((select app.reach())::uuid[]) or (select app.may_all(''mandates.appraise'')))');
  call app.policy('mandates.appraisals', 'change', ours || ' and (employee_id = any ((select app.reach())::uuid[]) or (select app.may_all(''mandates.appraise'')))');
  -- Whoever sees a version or an appraisal sees the papers that were issued of it.
  call app.also_read('platform.issued_documents', 'version', ours || ' and subject_kind = ''job-description-version'' and exists (select from mandates.versions v where v.id = subject_id)');
  call app.also_read('platform.issued_documents', 'appraisal', ours || ' and subject_kind = ''appraisal'' and exists (select from mandates.appraisals a where a.id = subject_id)');
end $$;
