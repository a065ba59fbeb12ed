/** Why a model's app failed, as a person reads it: the test, what was expected and seen, the tries, what next. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from 'wouter'
import { getCodeSnippet } from '../api/code-snippets'
import { type Example } from '../api/examples'
import { readDiagnosis, remake, type Try } from '../api/examples'
import { modelsQuery } from '../api/models'
import { Failure, Loading } from '../parts/notice'
import { picturesOf } from '../proof/pictures'
import { readReport, type Finding, type Line } from '../proof/report'
import { useTranslate } from '../i18n'
import './made.css'

export default function Diagnosis({ example }: { example: Example }) {
  const say = useTranslate()
  const diagnosis = useQuery({
    queryKey: ['diagnosis', example.id, example.diagnosis_blob],
    queryFn: () => readDiagnosis(example.id),
  })
  if (diagnosis.error)
    return <Failure error={diagnosis.error} onRetry={() => void diagnosis.refetch()} />
  if (!diagnosis.data) return <Loading />
  const { tries, unusable_answers: unusable, best_code_snippet_id: best, stopped } = diagnosis.data
  return (
    <section className="card diagnosis" aria-labelledby="diagnosis-title">
      <h2 id="diagnosis-title">{say('diagnosis.title')}</h2>
      <Fault snippetId={best} />
      <div className="stack">
        <h3>{say('diagnosis.tries')}</h3>
        <ol className="diagnosis-tries" lang="en">
          {tries.map((each) => (
            <TryLine key={each.code_snippet_id} each={each} best={each.code_snippet_id === best} />
          ))}
        </ol>
        {unusable.map(({ repair, trouble }) => (
          <p key={repair} className="small">
            {say('diagnosis.unusable', { number: repair, trouble })}
          </p>
        ))}
        {stopped && <p lang="en">{stopped}</p>}
      </div>
      <NextSteps example={example} />
    </section>
  )
}

/** The first fault of the best try, with the picture of the moment. */
function Fault({ snippetId }: { snippetId: string }) {
  const say = useTranslate()
  const t = useTranslate()
  const found = useQuery({
    queryKey: ['diagnosis', 'fault', snippetId],
    queryFn: async () => {
      const [report, snippet] = await Promise.all([
        readReport(snippetId),
        getCodeSnippet(snippetId),
      ])
      return { report, snippet }
    },
    staleTime: Infinity,
  })
  if (found.error) return <Failure error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <Loading />
  const { report, snippet } = found.data
  const line = report.lines?.find((each) => each.state === 'failed')
  const fault = report.findings.find((each) => each.line === line?.code) ?? report.findings[0]
  if (!fault) return <p lang="en">{report.summary}</p>
  const picture = line && picturesOf(line, snippet, t).find(({ name }) => name.startsWith('fault.'))
  const more = report.findings.length - 1
  return (
    <div className="diagnosis-fault">
      <div className="stack">
        <FaultTold fault={fault} line={line} />
        {more > 0 && <p className="small soft">{say('diagnosis.more', { count: more })}</p>}
      </div>
      {picture && (
        <figure>
          <img src={picture.address} alt={picture.label} />
          <figcaption className="small soft">{say('diagnosis.picture')}</figcaption>
        </figure>
      )}
    </div>
  )
}

function FaultTold({ fault, line }: { fault: Finding; line: Line | undefined }) {
  const say = useTranslate()
  const test = line?.kind === 'test' ? line.fields['test'] : undefined
  if (!fault.expected || !test) return <p lang="en">{fault.message}</p>
  const heard = fault.message.split(' The browser reported: ')[1]
  return (
    <>
      <p>{say('diagnosis.test', { test })}</p>
      <dl>
        <div>
          <dt>{say('diagnosis.expected')}</dt>
          <dd lang="en">{fault.expected}</dd>
        </div>
        <div>
          <dt>{say('diagnosis.seen')}</dt>
          <dd lang="en" className="seen">
            {fault.seen}
          </dd>
        </div>
        <div>
          <dt>{say('diagnosis.steps')}</dt>
          <dd lang="en">{fault.steps}</dd>
        </div>
        {heard && (
          <div>
            <dt>{say('diagnosis.browser')}</dt>
            <dd lang="en">{heard}</dd>
          </div>
        )}
      </dl>
    </>
  )
}

function TryLine({ each, best }: { each: Try; best: boolean }) {
  const say = useTranslate()
  const told =
    each.status === 'passed'
      ? say('diagnosis.passed')
      : each.finding_count === 1
        ? say('diagnosis.findings.one')
        : say('diagnosis.findings', { count: each.finding_count })
  return (
    <li>
      {each.how}: {told}
      {best && <span className="soft"> ({say('diagnosis.best')})</span>}
    </li>
  )
}

function NextSteps({ example }: { example: Example }) {
  const say = useTranslate()
  const queries = useQueryClient()
  const models = useQuery(modelsQuery)
  const again = useMutation({
    mutationFn: () => remake(example.id),
    onSuccess: (made) => queries.setQueryData(['example', example.id], made),
  })
  const page = `/examples/${example.id}`
  return (
    <div className="stack">
      <h3>{say('diagnosis.next')}</h3>
      <div className="diagnosis-next">
        {(models.data?.models.length ?? 0) > 0 && (
          <Link className="button" href={`${page}/advanced?change`}>
            {say('diagnosis.next.ask')}
          </Link>
        )}
        <Link className="button" href={`${page}/advanced`}>
          {say('diagnosis.next.spec')}
        </Link>
        <Link className="button" href={`${page}/proof`}>
          {say('diagnosis.next.proof')}
        </Link>
        <button
          type="button"
          className="button"
          aria-disabled={again.isPending}
          onClick={() => !again.isPending && again.mutate()}
        >
          {say('diagnosis.next.remake')}
        </button>
      </div>
      {again.error && <Failure error={again.error} />}
    </div>
  )
}
